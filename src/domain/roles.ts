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

/** Accounts that the owner's settings name. */
export interface NamedRoles {
  readonly owners: readonly number[]
  readonly supervisors: readonly number[]
}

/** What a member of a staff group is, who may be more than Telegram says; a stranger stays one. */
export function raisedRole(role: Role | null, telegramId: number, named: NamedRoles): Role | null {
  if (role === null) return null
  if (named.owners.includes(telegramId)) return 'owner'
  return role === 'agent' && named.supervisors.includes(telegramId) ? 'supervisor' : role
}
