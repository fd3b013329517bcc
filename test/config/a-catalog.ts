import { CatalogError } from '../../src/config/catalog-error.ts'
import { explainConfigError } from '../../src/config/explain-config-error.ts'
import { parseCatalog } from '../../src/config/load-catalog.ts'

/** A whole catalogue, as small as one can be. */
export const GOOD = `orderNumber:
  patterns:
    - '\\d{4}'
  example: '1234'
categories:
  - id: delivery
    title: { ru: Доставка, en: Delivery }
    urgentAllowed: false
    problems:
      - id: late
        title: { ru: Опоздали, en: Late }
        order: required
        priority: standard
      - id: other
        title: { ru: Другое, en: Other }
        order: none
        priority: complex
  - id: other
    title: { ru: Другое, en: Other }
    urgentAllowed: true
    problems:
      - id: other
        title: { ru: Другое, en: Other }
        order: none
        priority: urgent
`

/** The mistakes as the owner reads them: `line: what is wrong; what to write`. */
export function mistakesIn(source: string): string[] {
  try {
    parseCatalog(source, 'my.yaml')
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return explainConfigError(error).split('\n')
  }
  return []
}
