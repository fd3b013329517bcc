import { bot } from '../store/world.ts'
import { words } from '../words/words.ts'

/** What a messenger shows before the first message. */
export function BotIntro() {
  const { phone } = words.value
  const description = bot.value?.description
  return (
    <div class="bot-intro">
      <div class="bot-intro-card">
        {description ? <h3>{phone.intro}</h3> : null}
        <p>{description || phone.noIntro}</p>
      </div>
    </div>
  )
}
