import { useRef } from 'preact/hooks'
import { IconButton } from '../frame/icon-button.tsx'
import { openPanel } from '../store/here.ts'
import { PANEL_TABS, type PanelTab } from '../store/place.ts'
import { words } from '../words/words.ts'
import { CallLog } from './call-log.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { FaultsPanel } from './faults-panel.tsx'
import { LimitsPanel } from './limits-panel.tsx'
import { LinksPanel } from './links-panel.tsx'
import { ServerPanel } from './server-panel.tsx'

/** Behind the scenes: what the bot calls, the clock, what goes wrong, how the server behaves. */
export function SidePanel({ tab }: { tab: PanelTab }) {
  const { frame, panel } = words.value
  return (
    <aside class="side-panel" aria-label={frame.controls} tabIndex={-1}>
      <div class="panel-top">
        <Tabs open={tab} />
        <IconButton label={frame.hidePanel} icon="close" hasTip={false} onClick={() => openPanel(null)} />
      </div>
      <div
        id="panel-content"
        class="panel-content"
        data-tab={tab}
        role="tabpanel"
        aria-label={panel.tabs[tab]}
      >
        <Content tab={tab} />
      </div>
    </aside>
  )
}

function Content({ tab }: { tab: PanelTab }) {
  switch (tab) {
    case 'calls':
      return <CallLog />
    case 'clock':
      return <ClockPanel />
    case 'faults':
      return (
        <>
          <FaultsPanel />
          <LimitsPanel />
        </>
      )
    case 'server':
      return <ServerPanel />
    case 'links':
      return <LinksPanel />
  }
}

function Tabs({ open }: { open: PanelTab }) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const index = (PANEL_TABS.indexOf(open) + step + PANEL_TABS.length) % PANEL_TABS.length
    openPanel(PANEL_TABS[index] ?? open)
    list.current?.querySelectorAll('button')[index]?.focus()
  }
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={words.value.frame.controls} onKeyDown={onKeyDown}>
      {PANEL_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === open}
          aria-controls="panel-content"
          tabIndex={tab === open ? 0 : -1}
          onClick={() => openPanel(tab)}
        >
          {words.value.panel.tabs[tab]}
        </button>
      ))}
    </div>
  )
}
