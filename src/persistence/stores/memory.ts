/** Answers a question of the database. */
export type Reader = <T>(question: string, ask: () => Promise<T>) => Promise<T>

export const readAnew: Reader = (_, ask) => ask()

/** For one unit of work: who asks the same again gets the same answer. What the unit itself writes is the stores' own to know. */
export function createReadOnce(): Reader {
  const answers = new Map<string, Promise<unknown>>()
  return <T>(question: string, ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(question) ?? ask()
    answers.set(question, known)
    return known as Promise<T>
  }
}
