import { typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { fullName } from '../phones/names.ts'
import { act } from '../store/act.ts'
import { here, holdPhone, openChat, openPanel, showPhone } from '../store/here.ts'
import { bot, people } from '../store/world.ts'
import { words } from '../words/words.ts'

/** Where the panel lies over what it shows; as in frame.css. */
const isOverPhones = window.matchMedia('(width < 1180px)')

/** Opens a link to the bot on somebody's phone, as if it had been clicked elsewhere. */
export function LinksPanel() {
  const { panel } = words.value
  const open = async (form: FormData) => {
    const personId = Number(form.get('person'))
    const { isOk } = await act({ do: 'open-link', personId, url: typed(form, 'url') ?? '' })
    if (!isOk) return
    const side = here.value.right.personId === personId ? 'right' : 'left'
    holdPhone(side, personId)
    openChat(side, personId)
    showPhone(side)
    if (isOverPhones.matches) openPanel(null)
  }
  return (
    <section class="panel-part">
      <h2>{panel.links}</h2>
      <p class="quiet small">{panel.linksHint}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void open(new FormData(event.currentTarget))
        }}
      >
        <Field label={panel.link}>
          {(id) => (
            <input
              id={id}
              name="url"
              required
              autoComplete="off"
              defaultValue={`https://t.me/${bot.value?.user.username ?? ''}?start=`}
            />
          )}
        </Field>
        <Field label={panel.openAs}>
          {(id) => (
            <select id={id} name="person">
              {people.value.map(({ user }) => (
                <option key={user.id} value={user.id} selected={user.id === here.value.left.personId}>
                  {fullName(user)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" class="button primary">
          {panel.openLink}
        </button>
      </form>
    </section>
  )
}
