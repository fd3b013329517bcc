import { useComputed, useSignal } from '@preact/signals'
import { FAULT_KINDS, type FaultKind } from '../../faults.ts'
import type { Act } from '../../playground/act-protocol.ts'
import type { FaultView } from '../../playground/protocol.ts'
import { typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { fullName } from '../phones/names.ts'
import { act } from '../store/act.ts'
import { calls, groups, people, settings } from '../store/world.ts'
import { words } from '../words/words.ts'
import { splitFaults } from './split-faults.ts'

/** What goes wrong with the next calls. */
export function FaultsPanel() {
  const { panel } = words.value
  const faults = settings.value?.faults ?? []
  const { active, usedUp } = splitFaults(faults)
  return (
    <section class="panel-part">
      <h2>{panel.faults}</h2>
      <p class="quiet small">{panel.faultsHint}</p>
      <FaultForm />
      <h3>{panel.active}</h3>
      {active.length === 0 ? <p class="quiet">{panel.noFaults}</p> : null}
      <FaultList faults={active} />
      {usedUp.length > 0 ? <h3>{panel.usedUp}</h3> : null}
      <FaultList faults={usedUp} />
      {faults.some(({ kind }) => kind === 'hang') ? (
        <button type="button" class="button" onClick={() => void act({ do: 'release-faults' })}>
          {panel.releaseHanging}
        </button>
      ) : null}
    </section>
  )
}

function FaultList({ faults }: { faults: readonly FaultView[] }) {
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <FaultLine key={fault.id} fault={fault} />
      ))}
    </ul>
  )
}

function FaultLine({ fault: { id, method, chatId, kind, hits, times } }: { fault: FaultView }) {
  const { panel, common } = words.value
  const chat = chatsToAim().find((each) => each.id === chatId)
  return (
    <li>
      <span class="grow">
        <strong>{method}</strong> <span class="quiet">{chat ? `${kind} · ${chat.name}` : kind}</span>
        <span class="small block">{panel.hits(hits, times)}</span>
      </span>
      <button
        type="button"
        class="button small"
        aria-label={`${common.remove}: ${method}, ${kind}`}
        onClick={() => void act({ do: 'remove-fault', id })}
      >
        {common.remove}
      </button>
    </li>
  )
}

function FaultForm() {
  const { panel, common } = words.value
  const kind = useSignal<FaultKind>('error-500')
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void act(readFault(new FormData(event.currentTarget)))
      }}
    >
      <MethodField />
      <ChatField />
      <Field label={panel.faultKind} hint={panel.faultKinds[kind.value]}>
        {(id) => (
          <select
            id={id}
            name="kind"
            value={kind}
            onChange={({ currentTarget: { value } }) => {
              kind.value = readKind(value)
            }}
          >
            {FAULT_KINDS.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        )}
      </Field>
      <KindField kind={kind.value} />
      <Field label={panel.howOften}>
        {(id) => <input id={id} name="times" type="number" min={1} max={1000} required defaultValue={1} />}
      </Field>
      <button type="submit" class="button primary">
        {common.add}
      </button>
    </form>
  )
}

/** Any method can be named; those that the bot has used are offered. */
function MethodField() {
  const { panel } = words.value
  const used = useComputed(() => [...new Set(calls.value.map(({ method }) => method))].sort())
  return (
    <Field label={panel.method} hint={panel.anyMethod}>
      {(id) => (
        <>
          <input
            id={id}
            name="method"
            list={`${id}-known`}
            defaultValue="sendMessage"
            required
            autoComplete="off"
          />
          <datalist id={`${id}-known`}>
            {['*', ...used.value].map((method) => (
              <option key={method} value={method} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

/** So that one chat has trouble while the others go on. */
function ChatField() {
  const { panel } = words.value
  return (
    <Field label={panel.faultIn}>
      {(id) => (
        <select id={id} name="chat">
          <option value="">{panel.anyChat}</option>
          {chatsToAim().map((chat) => (
            <option key={chat.id} value={chat.id}>
              {chat.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function chatsToAim(): readonly { id: number; name: string }[] {
  return [
    ...people.value.map(({ user }) => ({ id: user.id, name: fullName(user) })),
    ...groups.value.map(({ id, title }) => ({ id, name: title })),
  ]
}

/** What only some faults need to know. */
function KindField({ kind }: { kind: FaultKind }) {
  const { panel } = words.value
  if (kind === 'flood') {
    return (
      <Field label={panel.retryAfter}>
        {(id) => <input id={id} name="retry-after" type="number" min={1} max={3600} defaultValue={5} />}
      </Field>
    )
  }
  if (kind !== 'refused') return null
  return (
    <Field label={panel.refusalWords}>
      {(id) => <input id={id} name="words" defaultValue="message text is empty" autoComplete="off" />}
    </Field>
  )
}

function readFault(form: FormData): Act {
  const refusalWords = typed(form, 'words')
  const retryAfter = typed(form, 'retry-after')
  const chatId = typed(form, 'chat')
  return {
    do: 'add-fault',
    method: typed(form, 'method') ?? '*',
    kind: readKind(String(form.get('kind'))),
    times: Number(form.get('times')),
    ...(chatId && { chatId: Number(chatId) }),
    ...(retryAfter && { retryAfter: Number(retryAfter) }),
    ...(refusalWords && { words: refusalWords }),
  }
}

function readKind(text: string): FaultKind {
  return FAULT_KINDS.find((each) => each === text) ?? 'error-500'
}
