import type { Letter, LetterPart } from '../../src/app/letter.ts'

type LetterOf<Kind extends Letter['kind']> = Extract<Letter, { kind: Kind }>

const ENVELOPE = {
  id: 'call_1',
  to: 'anna@mail.example',
  language: 'ru',
  at: '2026-11-02T09:00:00.000Z',
} as const
const ABOUT = { ...ENVELOPE, ticketId: 'ticket-1', number: '482-913', topic: 'Курьер не приехал' }

export function aCodeLetter(init: Partial<LetterOf<'code'>> = {}): LetterOf<'code'> {
  return { ...ENVELOPE, kind: 'code', code: '012345', validUntil: '2026-11-02T09:15:00.000Z', ...init }
}

export function anOpeningLetter(init: Partial<LetterOf<'opened'>> = {}): LetterOf<'opened'> {
  const promisedAt = '2026-11-02T11:00:00.000Z'
  const description = 'Заказ обещали привезти вчера.'
  return { ...ABOUT, kind: 'opened', promisedAt, orderNumber: null, description, files: 0, ...init }
}

export function aReplyLetter(
  parts: readonly Partial<LetterPart>[] = [{}],
  init: Partial<LetterOf<'reply'>> = {},
): LetterOf<'reply'> {
  const words = { text: 'Привезём завтра', entities: [] }
  const whole = parts.map((part) => ({ words, file: null, inChatOnly: false, ...part }))
  return { ...ABOUT, kind: 'reply', agent: 'Мария', parts: whole, isCorrection: false, ...init }
}

export function aFile(fileName: string | null, init: { size?: number; fileId?: string } = {}) {
  return { fileId: init.fileId ?? 'file', fileName, mimeType: null, size: init.size ?? null }
}
