import type { Catalog, Category, Problem } from '../catalog.ts'
import { findCategory, findProblem } from '../catalog.ts'
import { descriptionFits } from './description.ts'
import type { Draft, IntakeStep } from './draft.ts'

/** Where a draft stands in the catalogue; null where it was not chosen, or the owner has removed the entry since. */
export function chosen(
  draft: Draft,
  catalog: Catalog,
): { category: Category | null; problem: Problem | null } {
  const category = draft.categoryId === null ? null : (findCategory(catalog, draft.categoryId) ?? null)
  const problem =
    category === null || draft.problemId === null
      ? null
      : (findProblem(catalog, category.id, draft.problemId) ?? null)
  return { category, problem }
}

/**
 * The first unanswered step: the only thing that decides what is asked next, so a restart, a deploy or a lost replay log
 * continues where the customer stopped.
 */
export function nextStep(draft: Draft, catalog: Catalog, consentGiven: boolean): IntakeStep {
  if (!consentGiven) return 'consent'
  if (draft.editing !== null) return draft.editing
  const { category, problem } = chosen(draft, catalog)
  if (category === null) return 'category'
  if (problem === null) return 'problem'
  if (problem.answer !== undefined && draft.answerRead !== answerKey(draft)) return 'answer'
  if (problem.order !== 'none' && draft.orderNumber === undefined) return 'order'
  if (!draft.descriptionDone || !descriptionFits(draft.description)) return 'description'
  return draft.photosDone ? 'review' : 'photos'
}

/** Names the problem whose answer was read: another problem has another answer. */
export function answerKey({ categoryId, problemId }: Pick<Draft, 'categoryId' | 'problemId'>): string {
  return `${categoryId}/${problemId}`
}

/** An empty draft, optionally with what the customer has already sent. */
export function newDraft(init: {
  id: string
  customerId: string
  now: Date
  precededById?: string | null
  earlierOrders?: readonly string[]
}): Draft {
  return {
    id: init.id,
    customerId: init.customerId,
    categoryId: null,
    problemId: null,
    description: [],
    descriptionDone: false,
    attachments: [],
    photosDone: false,
    kept: [],
    editing: null,
    asked: null,
    prompt: null,
    precededById: init.precededById ?? null,
    ...(init.earlierOrders === undefined ? {} : { earlierOrders: init.earlierOrders }),
    updatedAt: init.now,
  }
}
