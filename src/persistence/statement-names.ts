/** Enough for every fixed statement; lists of changing length must not fill the server's memory. */
const MOST_STATEMENTS = 300

/** Names statements so that the server keeps them prepared; an empty name (prepared for one time) once there are too many. */
export function nameStatement(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST_STATEMENTS) return ''
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}
