import { type Catalog, findCategory, findProblem } from '../catalog.ts'
import { isOrderNumber } from '../order-number.ts'
import type { Draft, KnownBefore } from './draft.ts'

/** The draft with what is known filled in; what the catalogue does not know is left for the customer to answer. */
export function fillIn(draft: Draft, known: KnownBefore, catalog: Catalog): Draft {
  const [categoryId = '', problemId = ''] = known.topic?.split('/') ?? []
  const category = findCategory(catalog, categoryId)
  const problem = category === null ? null : findProblem(catalog, category.id, problemId)
  const hasOrder = known.orderNumber !== null && isOrderNumber(catalog, known.orderNumber)
  return {
    ...draft,
    ...(category === null ? {} : { categoryId: category.id, problemId: problem?.id ?? null }),
    ...(hasOrder ? { orderNumber: known.orderNumber.trim() } : {}),
  }
}
