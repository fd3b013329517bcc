import { typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { fullName } from '../phones/names.ts'
import { here } from '../store/here.ts'
import { bot, people } from '../store/world.ts'
import { words } from '../words/words.ts'
import { openAs } from './open-as.ts'

/** Opens a link to the bot on somebody's phone, as if it had been clicked elsewhere. */
export function LinksPanel() {
  const { panel } = words.value
  return (
    <section class="panel-part">
      <h2>{panel.links}</h2>
      <p class="quiet small">{panel.linksHint}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          void openAs(Number(form.get('person')), typed(form, 'url') ?? '')
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
