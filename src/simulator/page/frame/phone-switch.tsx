import { here } from '../store/here.ts'
import { lastFor } from '../store/last-message.ts'
import type { Side } from '../store/place.ts'
import { isNews } from '../store/seen.ts'
import { people } from '../store/world.ts'
import { words } from '../words/words.ts'

/** Where there is room for one phone only, the way to the other one. */
export function PhoneSwitch({ shown, onShow }: { shown: Side; onShow(side: Side): void }) {
  return (
    <fieldset class="phone-switch" aria-label={words.value.frame.whichPhone}>
      <Choice side="left" isShown={shown === 'left'} onShow={onShow} />
      <Choice side="right" isShown={shown === 'right'} onShow={onShow} />
    </fieldset>
  )
}

function Choice({ side, isShown, onShow }: { side: Side; isShown: boolean; onShow(side: Side): void }) {
  const { frame } = words.value
  const { personId, chatId, topicId } = here.value[side]
  const person = people.value.find(({ user }) => user.id === personId)
  const last = lastFor(personId, chatId, topicId)
  const hasNews = !isShown && personId !== null && isNews(personId, last, topicId)
  return (
    <button type="button" aria-pressed={isShown} onClick={() => onShow(side)}>
      {person?.user.first_name ?? (side === 'left' ? frame.customerSide : frame.groupSide)}
      {hasNews ? (
        <span class="dot">
          <span class="for-reader">{frame.news}</span>
        </span>
      ) : null}
    </button>
  )
}
