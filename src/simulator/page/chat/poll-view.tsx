import type { Poll } from '../../bot-api/types.ts'
import { useChat } from './chat-scope.ts'
import { chatWords } from './chat-words.ts'
import { formatShare } from './format.ts'

export function PollView({ poll }: { poll: Poll }) {
  const { locale } = useChat()
  const { pollClosed, pollAnonymous, pollOpen, votes } = chatWords.value
  const kind = poll.is_closed ? pollClosed : poll.is_anonymous ? pollAnonymous : pollOpen
  const share = (count: number) => count / Math.max(1, poll.total_voter_count)
  return (
    <div class="chat-poll">
      <p class="chat-card-title">{poll.question}</p>
      <p class="chat-card-details">{kind}</p>
      <ul>
        {poll.options.map((option) => (
          <li>
            <span class="chat-poll-share">{formatShare(share(option.voter_count), locale)}</span>
            <span>{option.text}</span>
            <span class="chat-poll-bar" style={{ inlineSize: `${100 * share(option.voter_count)}%` }} />
          </li>
        ))}
      </ul>
      <p class="chat-card-details">{votes(poll.total_voter_count)}</p>
    </div>
  )
}
