import type { UserFromGetMe } from 'grammy/types'

/** The bot as `getMe` describes it. */
export const BOT_USER: UserFromGetMe = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Desk',
  username: 'desk_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  can_manage_bots: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  supports_join_request_queries: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
}
