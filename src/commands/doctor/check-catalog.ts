import { CatalogError } from '../../config/catalog-error.ts'
import { ConfigError } from '../../config/config-error.ts'
import { loadCatalog } from '../../config/load-catalog.ts'
import type { Catalog } from '../../domain/catalog.ts'
import { type Finding, fine, problem } from './finding.ts'

/** Reads the catalogue as the bot does; null where it can't be used. */
export async function checkCatalog(
  file: string | null,
): Promise<{ readonly findings: readonly Finding[]; readonly catalog: Catalog | null }> {
  try {
    const catalog = await loadCatalog(file)
    const problems = catalog.categories.reduce((sum, category) => sum + category.problems.length, 0)
    const says = `${catalog.categories.length} categories with ${problems} problems`
    const which = file === null ? 'the one that comes with the desk' : file
    return { findings: [fine('catalogue', `${says}, from ${which}`)], catalog }
  } catch (error) {
    if (error instanceof CatalogError) {
      const findings = error.problems.map((one) =>
        problem('catalogue', `${one.file}:${one.line}: ${one.problem}`, one.mend),
      )
      return { findings, catalog: null }
    }
    if (!(error instanceof ConfigError)) throw error
    const findings = error.problems.map((one) => problem('catalogue', `${one.name} ${one.problem}`, one.mend))
    return { findings, catalog: null }
  }
}
