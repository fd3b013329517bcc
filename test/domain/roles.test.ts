import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Deed, may, ROLES, raisedRole } from '../../src/domain/roles.ts'

const DEEDS = ['ban', 'see-numbers', 'read-audit', 'pin-guide'] as const satisfies readonly Deed[]

test.each(DEEDS.flatMap((deed) => ROLES.map((role) => [role, deed, role !== 'agent'] as const)))(
  'a role of %s: %s is %s',
  (role, deed, allowed) => expect(may(role, deed)).toBe(allowed),
)

test('the settings raise a member of the group, never a stranger, and lower nobody', () => {
  const role = fc.constantFrom(...ROLES)
  const ids = fc.array(fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(role, fc.integer({ min: 1, max: 5 }), ids, ids, (before, id, owners, supervisors) => {
      const after = raisedRole(before, id, { owners, supervisors })
      expect(ROLES.indexOf(after ?? 'agent')).toBeGreaterThanOrEqual(ROLES.indexOf(before))
      expect(after === 'owner').toBe(before === 'owner' || owners.includes(id))
      expect(raisedRole(null, id, { owners, supervisors })).toBeNull()
    }),
  )
})
