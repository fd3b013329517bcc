/** Who an agent is in their staff group: whoever runs it, its administrators, and everybody else in it. */
export const ROLES = ['agent', 'supervisor', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** What not every agent may do. */
export type Deed = 'ban' | 'see-numbers' | 'read-audit' | 'pin-guide' | 'release-others'

const LEAST: Readonly<Record<Deed, Role>> = {
  ban: 'supervisor',
  'see-numbers': 'supervisor',
  'read-audit': 'supervisor',
  'pin-guide': 'supervisor',
  'release-others': 'supervisor',
}

export function may(role: Role, deed: Deed): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST[deed])
}
