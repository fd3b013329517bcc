import { ConnectionBar } from './frame/connection-bar.tsx'
import { SkipLinks } from './frame/skip-links.tsx'
import { Toasts } from './frame/toasts.tsx'
import { TopBar } from './frame/top-bar.tsx'
import { SidePanel } from './panels/side-panel.tsx'
import { NobodyYet } from './phones/nobody-yet.tsx'
import { Phone } from './phones/phone.tsx'
import { here } from './store/here.ts'
import { people } from './store/world.ts'
import { words } from './words/words.ts'

/** Two phones side by side, and the strings behind the scenes. */
export function Page() {
  const { shown, panel } = here.value
  return (
    <div class="page" data-shown={shown} data-panel={panel === null ? 'hidden' : 'open'}>
      <SkipLinks />
      <TopBar />
      <ConnectionBar />
      <main class="phones" aria-label={words.value.frame.phones}>
        {people.value.length === 0 ? (
          <NobodyYet />
        ) : (
          <>
            <Phone side="left" />
            <Phone side="right" />
          </>
        )}
      </main>
      {panel === null ? null : <SidePanel tab={panel} />}
      <Toasts />
    </div>
  )
}
