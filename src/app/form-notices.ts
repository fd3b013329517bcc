import type { Draft, DraftAttachment, IntakeStep, OrderQuestion } from '../domain/intake/draft.ts'
import type { Customer } from '../domain/people.ts'
import type { MailTrouble } from './mail-trouble.ts'

/** What is found out about a form that is open, and what comes of leaving it. */
export interface FormNotices {
  /** A photo in the form is to be looked at; the outcome is for `recordPhotoLook`. */
  photoAdded(happened: {
    readonly customer: Customer
    readonly draft: Draft
    readonly photo: DraftAttachment
  }): void
  /** The shop is to be asked about the form's order; the outcome is for `recordOrder`. */
  orderAsked(happened: { readonly customer: Customer; readonly question: OrderQuestion }): void
  /** What was found out about an open form is shown where it stands, if it stands at one of these steps. */
  formLearned(happened: {
    readonly customer: Customer
    readonly draft: Draft
    readonly at: readonly IntakeStep[]
  }): Promise<void>
  /** A form was left before it was sent. */
  draftLeft(happened: { readonly customer: Customer; readonly draft: Draft }): void
  /** Mails a code to an address that the customer has typed. */
  codeWanted(wanted: {
    readonly customer: Customer
    readonly draftId: string
    readonly email: string
    readonly code: string
  }): void
  /** A code could not be mailed: the customer is told. */
  codeNotMailed(lost: {
    readonly customer: Customer
    readonly email: string
    readonly trouble: MailTrouble
  }): void
}
