import type { User } from '../../bot-api/types.ts'

/** As a messenger shows somebody in lists. */
export function fullName({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>): string {
  return last_name ? `${first_name} ${last_name}` : first_name
}
