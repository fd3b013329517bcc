import type { User } from '../../bot-api/types.ts'
import { bot } from '../store/world.ts'
import { words } from '../words/words.ts'

/** What a messenger shows before the first message. */
export function BotIntro({ user }: { user: User }) {
  const { phone } = words.value
  const language = user.language_code?.slice(0, 2).toLowerCase() ?? ''
  const descriptions = bot.value?.descriptions ?? []
  const inLanguage = (code: string) => descriptions.find(({ languageCode }) => languageCode === code)?.text
  const description = inLanguage(language) ?? inLanguage('')
  return (
    <div class="bot-intro">
      <div class="bot-intro-card">
        {description ? <h3>{phone.intro}</h3> : null}
        <p>{description || phone.noIntro}</p>
      </div>
    </div>
  )
}
