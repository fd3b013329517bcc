import { createSecretMatcher } from '../secret-matcher.ts'

export interface ApiToken {
  readonly name: string
  readonly secret: string
}

/** Whose token an `Authorization` header shows; null: nobody's. Takes as long for each. */
export function createTokenMatcher(
  tokens: readonly ApiToken[],
): (authorization: string | undefined) => string | null {
  const clients = tokens.map(({ name, secret }) => ({ name, isSecret: createSecretMatcher(secret) }))
  return (authorization) => {
    const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    const matching = clients.filter(({ isSecret }) => isSecret(given))
    return matching[0]?.name ?? null
  }
}
