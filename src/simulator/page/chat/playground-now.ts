import { settings } from '../store/world.ts'

let heardAt = 0
settings.subscribe(() => {
  heardAt = Date.now()
})

/** What the clock of the playground says now. Milliseconds since the epoch. */
export function playgroundNow(): number {
  const { value } = settings
  return value ? value.now + (Date.now() - heardAt) * value.speed : Date.now()
}
