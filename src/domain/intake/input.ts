import type { EmailFault } from '../email.ts'
import type { FormattedText } from '../message-content.ts'
import type { Draft, DraftAttachment, IntakeStep, KeptMessage } from './draft.ts'

/** What arrives while a draft is open. */
export type IntakeInput =
  | { readonly kind: 'tap'; readonly step: IntakeStep; readonly value: string }
  | { readonly kind: 'text'; readonly body: FormattedText; readonly message: KeptMessage }
  /** The words under a photo: the description, or the order number asked for, never a mistyped one. */
  | { readonly kind: 'caption'; readonly body: FormattedText; readonly message: KeptMessage }
  | { readonly kind: 'attachment'; readonly attachment: DraftAttachment }
  | { readonly kind: 'other'; readonly message: KeptMessage }

/** What became of it, beyond moving to the next step; each has its words in both languages. */
export type IntakeNote =
  | { readonly kind: 'stale-tap' }
  | { readonly kind: 'order-wrong' }
  | { readonly kind: 'order-required' }
  /** The number was not typed as it is; `asDescription`: the text around it is kept as one. */
  | { readonly kind: 'order-asked'; readonly asDescription: boolean }
  | { readonly kind: 'too-short'; readonly length: number }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'kept-as-description' }
  | { readonly kind: 'added-to-description' }
  | { readonly kind: 'photo-kept'; readonly count: number }
  | { readonly kind: 'photo-added' }
  /** `captionKept`: its words were taken in although the file was not. */
  | { readonly kind: 'photo-refused'; readonly captionKept: boolean }
  | { readonly kind: 'kept-for-ticket' }
  | { readonly kind: 'kept-full' }
  | { readonly kind: 'email-wrong'; readonly fault: EmailFault; readonly typed: string }
  | { readonly kind: 'email-confirmed' }
  /** Codes were mailed so lately, or so many of them, that the next one has to wait. */
  | { readonly kind: 'code-later'; readonly seconds: number }
  | { readonly kind: 'code-form' }
  | { readonly kind: 'code-wrong'; readonly left: number }
  | { readonly kind: 'code-spent' }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'phone-wrong'; readonly typed: string }

export interface IntakeOutcome {
  readonly draft: Draft
  readonly note: IntakeNote | null
  readonly consent?: true
  /** The problem's ready answer was read and did not help. */
  readonly notHelped?: true
  /** A code is to be mailed there; `codeMailed` then goes on with the draft. */
  readonly mailCodeTo?: string
  /** The customer has shown that this address is theirs. */
  readonly confirmedEmail?: string
  /** `helped`: the problem's ready answer did, so no ticket is needed. */
  readonly finish?: 'send' | 'cancel' | 'helped'
}
