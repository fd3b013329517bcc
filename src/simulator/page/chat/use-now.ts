import { useEffect, useState } from 'preact/hooks'
import { playgroundNow } from './playground-now.ts'

/** Real milliseconds after which words such as "5 minutes ago" are looked at again. */
const REFRESH_MS = 5_000

/** The time of the playground, milliseconds; looked at again and again only where that is needed. */
export function useNow(isNeeded: boolean): number {
  const [now, setNow] = useState(playgroundNow)
  useEffect(() => {
    if (!isNeeded) return
    const timer = setInterval(() => setNow(playgroundNow()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [isNeeded])
  return now
}
