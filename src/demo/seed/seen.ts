import type { Person } from '../../simulator/driver/person.ts'
import type { Simulator } from '../../simulator/simulator.ts'

/** Real milliseconds. */
const PATIENCE_MS = 60_000

/** Waits until there is something, or until it holds. @throws Error with what everybody sees */
export function seen<T>(sim: Simulator, what: string, look: () => T) {
  return sim.waitFor(look, { what, timeoutMs: PATIENCE_MS })
}

/** Taps a button of the chat as soon as it is shown. @param since older messages' buttons are not meant */
export async function tapShown(
  sim: Simulator,
  person: Person,
  text: string | RegExp,
  since = 0,
): Promise<void> {
  const messageId = await seen(sim, `the button ${text}`, () => findShown(person, text, since))
  person.tap(text, { messageId })
}

/** The newest message with such a button. */
export function findShown(person: Person, text: string | RegExp, since: number): number | undefined {
  const matches = (label: string) => (typeof text === 'string' ? label === text : text.test(label))
  return person
    .messages()
    .findLast(
      ({ message_id }) =>
        message_id >= since && person.buttons(message_id).some((button) => matches(button.text)),
    )?.message_id
}

/** What was said in the chat after a message. */
export function saidSince(person: Person, since: number): string[] {
  return person.messages().flatMap(({ message_id, text }) => (message_id > since && text ? [text] : []))
}
