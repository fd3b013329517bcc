/**
 * Every method of Bot API Bot API 10.1 with its parameters: `name!:Type`, where `!` marks a required one and
 * `[]` an array. Condensed by a script from https://core.telegram.org/bots/api; of 10.2 what concerns ephemeral texts.
 */
export const METHOD_PARAMETERS: Readonly<Record<string, string>> = {
  getUpdates: 'offset:Int limit:Int timeout:Int allowed_updates:[]String',
  setWebhook:
    'url!:String certificate:InputFile ip_address:String max_connections:Int allowed_updates:[]String drop_pending_updates:Bool secret_token:String',
  deleteWebhook: 'drop_pending_updates:Bool',
  getWebhookInfo: '',
  getMe: '',
  logOut: '',
  close: '',
  sendMessage:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int ephemeral_message_parameters:EphemeralMessageParameters text!:String parse_mode:String entities:[]MessageEntity link_preview_options:LinkPreviewOptions disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  editEphemeralMessageText:
    'chat_id!:Int|String receiver_user_id!:Int ephemeral_message_id!:Int text:String parse_mode:String entities:[]MessageEntity link_preview_options:LinkPreviewOptions reply_markup:InlineKeyboardMarkup',
  deleteEphemeralMessage: 'chat_id!:Int|String receiver_user_id!:Int ephemeral_message_id!:Int',
  forwardMessage:
    'chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int from_chat_id!:Int|String video_start_timestamp:Int disable_notification:Bool protect_content:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters message_id!:Int',
  forwardMessages:
    'chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int from_chat_id!:Int|String message_ids!:[]Int disable_notification:Bool protect_content:Bool',
  copyMessage:
    'chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int from_chat_id!:Int|String message_id!:Int video_start_timestamp:Int caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  copyMessages:
    'chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int from_chat_id!:Int|String message_ids!:[]Int disable_notification:Bool protect_content:Bool remove_caption:Bool',
  sendPhoto:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int photo!:InputFile|String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool has_spoiler:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendLivePhoto:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int live_photo!:InputFile|String photo!:InputFile|String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool has_spoiler:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendAudio:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int audio!:InputFile|String caption:String parse_mode:String caption_entities:[]MessageEntity duration:Int performer:String title:String thumbnail:InputFile|String disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendDocument:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int document!:InputFile|String thumbnail:InputFile|String caption:String parse_mode:String caption_entities:[]MessageEntity disable_content_type_detection:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendVideo:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int video!:InputFile|String duration:Int width:Int height:Int thumbnail:InputFile|String cover:InputFile|String start_timestamp:Int caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool has_spoiler:Bool supports_streaming:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendAnimation:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int animation!:InputFile|String duration:Int width:Int height:Int thumbnail:InputFile|String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool has_spoiler:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendVoice:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int voice!:InputFile|String caption:String parse_mode:String caption_entities:[]MessageEntity duration:Int disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendVideoNote:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int video_note!:InputFile|String duration:Int length:Int thumbnail:InputFile|String disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendPaidMedia:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int star_count!:Int media!:[]InputPaidMedia payload:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendMediaGroup:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int media!:[]InputMediaAudio|[]InputMediaDocument|[]InputMediaLivePhoto|[]InputMediaPhoto|[]InputMediaVideo disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String reply_parameters:ReplyParameters',
  sendLocation:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int latitude!:Float longitude!:Float horizontal_accuracy:Float live_period:Int heading:Int proximity_alert_radius:Int disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendVenue:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int latitude!:Float longitude!:Float title!:String address!:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendContact:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int phone_number!:String first_name!:String last_name:String vcard:String disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendPoll:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int question!:String question_parse_mode:String question_entities:[]MessageEntity options!:[]InputPollOption is_anonymous:Bool type:String allows_multiple_answers:Bool allows_revoting:Bool shuffle_options:Bool allow_adding_options:Bool hide_results_until_closes:Bool members_only:Bool country_codes:[]String correct_option_ids:[]Int explanation:String explanation_parse_mode:String explanation_entities:[]MessageEntity explanation_media:InputPollMedia open_period:Int close_date:Int is_closed:Bool description:String description_parse_mode:String description_entities:[]MessageEntity media:InputPollMedia disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendChecklist:
    'business_connection_id!:String chat_id!:Int|String checklist!:InputChecklist disable_notification:Bool protect_content:Bool message_effect_id:String reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup',
  sendDice:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int emoji:String disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendMessageDraft:
    'chat_id!:Int message_thread_id:Int draft_id!:Int text:String parse_mode:String entities:[]MessageEntity',
  sendChatAction: 'business_connection_id:String chat_id!:Int|String message_thread_id:Int action!:String',
  setMessageReaction: 'chat_id!:Int|String message_id!:Int reaction:[]ReactionType is_big:Bool',
  getUserProfilePhotos: 'user_id!:Int offset:Int limit:Int',
  getUserProfileAudios: 'user_id!:Int offset:Int limit:Int',
  setUserEmojiStatus: 'user_id!:Int emoji_status_custom_emoji_id:String emoji_status_expiration_date:Int',
  getFile: 'file_id!:String',
  banChatMember: 'chat_id!:Int|String user_id!:Int until_date:Int revoke_messages:Bool',
  unbanChatMember: 'chat_id!:Int|String user_id!:Int only_if_banned:Bool',
  restrictChatMember:
    'chat_id!:Int|String user_id!:Int permissions!:ChatPermissions use_independent_chat_permissions:Bool until_date:Int',
  promoteChatMember:
    'chat_id!:Int|String user_id!:Int is_anonymous:Bool can_manage_chat:Bool can_delete_messages:Bool can_manage_video_chats:Bool can_restrict_members:Bool can_promote_members:Bool can_change_info:Bool can_invite_users:Bool can_post_stories:Bool can_edit_stories:Bool can_delete_stories:Bool can_post_messages:Bool can_edit_messages:Bool can_pin_messages:Bool can_manage_topics:Bool can_manage_direct_messages:Bool can_manage_tags:Bool',
  setChatAdministratorCustomTitle: 'chat_id!:Int|String user_id!:Int custom_title!:String',
  setChatMemberTag: 'chat_id!:Int|String user_id!:Int tag:String',
  banChatSenderChat: 'chat_id!:Int|String sender_chat_id!:Int',
  unbanChatSenderChat: 'chat_id!:Int|String sender_chat_id!:Int',
  setChatPermissions:
    'chat_id!:Int|String permissions!:ChatPermissions use_independent_chat_permissions:Bool',
  exportChatInviteLink: 'chat_id!:Int|String',
  createChatInviteLink:
    'chat_id!:Int|String name:String expire_date:Int member_limit:Int creates_join_request:Bool',
  editChatInviteLink:
    'chat_id!:Int|String invite_link!:String name:String expire_date:Int member_limit:Int creates_join_request:Bool',
  createChatSubscriptionInviteLink:
    'chat_id!:Int|String name:String subscription_period!:Int subscription_price!:Int',
  editChatSubscriptionInviteLink: 'chat_id!:Int|String invite_link!:String name:String',
  revokeChatInviteLink: 'chat_id!:Int|String invite_link!:String',
  approveChatJoinRequest: 'chat_id!:Int|String user_id!:Int',
  declineChatJoinRequest: 'chat_id!:Int|String user_id!:Int',
  answerChatJoinRequestQuery: 'chat_join_request_query_id!:String result!:String',
  sendChatJoinRequestWebApp: 'chat_join_request_query_id!:String web_app_url!:String',
  setChatPhoto: 'chat_id!:Int|String photo!:InputFile',
  deleteChatPhoto: 'chat_id!:Int|String',
  setChatTitle: 'chat_id!:Int|String title!:String',
  setChatDescription: 'chat_id!:Int|String description:String',
  pinChatMessage:
    'business_connection_id:String chat_id!:Int|String message_id!:Int disable_notification:Bool',
  unpinChatMessage: 'business_connection_id:String chat_id!:Int|String message_id:Int',
  unpinAllChatMessages: 'chat_id!:Int|String',
  leaveChat: 'chat_id!:Int|String',
  getChat: 'chat_id!:Int|String',
  getChatAdministrators: 'chat_id!:Int|String return_bots:Bool',
  getChatMemberCount: 'chat_id!:Int|String',
  getChatMember: 'chat_id!:Int|String user_id!:Int',
  getUserPersonalChatMessages: 'user_id!:Int limit!:Int',
  setChatStickerSet: 'chat_id!:Int|String sticker_set_name!:String',
  deleteChatStickerSet: 'chat_id!:Int|String',
  getForumTopicIconStickers: '',
  createForumTopic: 'chat_id!:Int|String name!:String icon_color:Int icon_custom_emoji_id:String',
  editForumTopic: 'chat_id!:Int|String message_thread_id!:Int name:String icon_custom_emoji_id:String',
  closeForumTopic: 'chat_id!:Int|String message_thread_id!:Int',
  reopenForumTopic: 'chat_id!:Int|String message_thread_id!:Int',
  deleteForumTopic: 'chat_id!:Int|String message_thread_id!:Int',
  unpinAllForumTopicMessages: 'chat_id!:Int|String message_thread_id!:Int',
  editGeneralForumTopic: 'chat_id!:Int|String name!:String',
  closeGeneralForumTopic: 'chat_id!:Int|String',
  reopenGeneralForumTopic: 'chat_id!:Int|String',
  hideGeneralForumTopic: 'chat_id!:Int|String',
  unhideGeneralForumTopic: 'chat_id!:Int|String',
  unpinAllGeneralForumTopicMessages: 'chat_id!:Int|String',
  answerCallbackQuery: 'callback_query_id!:String text:String show_alert:Bool url:String cache_time:Int',
  answerGuestQuery: 'guest_query_id!:String result!:InlineQueryResult',
  getUserChatBoosts: 'chat_id!:Int|String user_id!:Int',
  getBusinessConnection: 'business_connection_id!:String',
  getManagedBotToken: 'user_id!:Int',
  replaceManagedBotToken: 'user_id!:Int',
  getManagedBotAccessSettings: 'user_id!:Int',
  setManagedBotAccessSettings: 'user_id!:Int is_access_restricted!:Bool added_user_ids:[]Int',
  setMyCommands: 'commands!:[]BotCommand scope:BotCommandScope language_code:String',
  deleteMyCommands: 'scope:BotCommandScope language_code:String',
  getMyCommands: 'scope:BotCommandScope language_code:String',
  setMyName: 'name:String language_code:String',
  getMyName: 'language_code:String',
  setMyDescription: 'description:String language_code:String',
  getMyDescription: 'language_code:String',
  setMyShortDescription: 'short_description:String language_code:String',
  getMyShortDescription: 'language_code:String',
  setMyProfilePhoto: 'photo!:InputProfilePhoto',
  removeMyProfilePhoto: '',
  setChatMenuButton: 'chat_id:Int menu_button:MenuButton',
  getChatMenuButton: 'chat_id:Int',
  setMyDefaultAdministratorRights: 'rights:ChatAdministratorRights for_channels:Bool',
  getMyDefaultAdministratorRights: 'for_channels:Bool',
  getAvailableGifts: '',
  sendGift:
    'user_id:Int chat_id:Int|String gift_id!:String pay_for_upgrade:Bool text:String text_parse_mode:String text_entities:[]MessageEntity',
  giftPremiumSubscription:
    'user_id!:Int month_count!:Int star_count!:Int text:String text_parse_mode:String text_entities:[]MessageEntity',
  verifyUser: 'user_id!:Int custom_description:String',
  verifyChat: 'chat_id!:Int|String custom_description:String',
  removeUserVerification: 'user_id!:Int',
  removeChatVerification: 'chat_id!:Int|String',
  readBusinessMessage: 'business_connection_id!:String chat_id!:Int message_id!:Int',
  deleteBusinessMessages: 'business_connection_id!:String message_ids!:[]Int',
  setBusinessAccountName: 'business_connection_id!:String first_name!:String last_name:String',
  setBusinessAccountUsername: 'business_connection_id!:String username:String',
  setBusinessAccountBio: 'business_connection_id!:String bio:String',
  setBusinessAccountProfilePhoto: 'business_connection_id!:String photo!:InputProfilePhoto is_public:Bool',
  removeBusinessAccountProfilePhoto: 'business_connection_id!:String is_public:Bool',
  setBusinessAccountGiftSettings:
    'business_connection_id!:String show_gift_button!:Bool accepted_gift_types!:AcceptedGiftTypes',
  getBusinessAccountStarBalance: 'business_connection_id!:String',
  transferBusinessAccountStars: 'business_connection_id!:String star_count!:Int',
  getBusinessAccountGifts:
    'business_connection_id!:String exclude_unsaved:Bool exclude_saved:Bool exclude_unlimited:Bool exclude_limited_upgradable:Bool exclude_limited_non_upgradable:Bool exclude_unique:Bool exclude_from_blockchain:Bool sort_by_price:Bool offset:String limit:Int',
  getUserGifts:
    'user_id!:Int exclude_unlimited:Bool exclude_limited_upgradable:Bool exclude_limited_non_upgradable:Bool exclude_from_blockchain:Bool exclude_unique:Bool sort_by_price:Bool offset:String limit:Int',
  getChatGifts:
    'chat_id!:Int|String exclude_unsaved:Bool exclude_saved:Bool exclude_unlimited:Bool exclude_limited_upgradable:Bool exclude_limited_non_upgradable:Bool exclude_from_blockchain:Bool exclude_unique:Bool sort_by_price:Bool offset:String limit:Int',
  convertGiftToStars: 'business_connection_id!:String owned_gift_id!:String',
  upgradeGift:
    'business_connection_id!:String owned_gift_id!:String keep_original_details:Bool star_count:Int',
  transferGift: 'business_connection_id!:String owned_gift_id!:String new_owner_chat_id!:Int star_count:Int',
  postStory:
    'business_connection_id!:String content!:InputStoryContent active_period!:Int caption:String parse_mode:String caption_entities:[]MessageEntity areas:[]StoryArea post_to_chat_page:Bool protect_content:Bool',
  repostStory:
    'business_connection_id!:String from_chat_id!:Int from_story_id!:Int active_period!:Int post_to_chat_page:Bool protect_content:Bool',
  editStory:
    'business_connection_id!:String story_id!:Int content!:InputStoryContent caption:String parse_mode:String caption_entities:[]MessageEntity areas:[]StoryArea',
  deleteStory: 'business_connection_id!:String story_id!:Int',
  answerWebAppQuery: 'web_app_query_id!:String result!:InlineQueryResult',
  savePreparedInlineMessage:
    'user_id!:Int result!:InlineQueryResult allow_user_chats:Bool allow_bot_chats:Bool allow_group_chats:Bool allow_channel_chats:Bool',
  savePreparedKeyboardButton: 'user_id!:Int button!:KeyboardButton',
  editMessageText:
    'business_connection_id:String chat_id:Int|String message_id:Int inline_message_id:String text:String parse_mode:String entities:[]MessageEntity link_preview_options:LinkPreviewOptions rich_message:InputRichMessage reply_markup:InlineKeyboardMarkup',
  editMessageCaption:
    'business_connection_id:String chat_id:Int|String message_id:Int inline_message_id:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup',
  editMessageMedia:
    'business_connection_id:String chat_id:Int|String message_id:Int inline_message_id:String media!:InputMedia reply_markup:InlineKeyboardMarkup',
  editMessageLiveLocation:
    'business_connection_id:String chat_id:Int|String message_id:Int inline_message_id:String latitude!:Float longitude!:Float live_period:Int horizontal_accuracy:Float heading:Int proximity_alert_radius:Int reply_markup:InlineKeyboardMarkup',
  stopMessageLiveLocation:
    'business_connection_id:String chat_id:Int|String message_id:Int inline_message_id:String reply_markup:InlineKeyboardMarkup',
  editMessageChecklist:
    'business_connection_id!:String chat_id!:Int|String message_id!:Int checklist!:InputChecklist reply_markup:InlineKeyboardMarkup',
  editMessageReplyMarkup:
    'business_connection_id:String chat_id:Int|String message_id:Int inline_message_id:String reply_markup:InlineKeyboardMarkup',
  stopPoll:
    'business_connection_id:String chat_id!:Int|String message_id!:Int reply_markup:InlineKeyboardMarkup',
  approveSuggestedPost: 'chat_id!:Int message_id!:Int send_date:Int',
  declineSuggestedPost: 'chat_id!:Int message_id!:Int comment:String',
  deleteMessage: 'chat_id!:Int|String message_id!:Int',
  deleteMessages: 'chat_id!:Int|String message_ids!:[]Int',
  deleteMessageReaction: 'chat_id!:Int|String message_id!:Int user_id:Int actor_chat_id:Int',
  deleteAllMessageReactions: 'chat_id!:Int|String user_id:Int actor_chat_id:Int',
  sendSticker:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int sticker!:InputFile|String emoji:String disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  getStickerSet: 'name!:String',
  getCustomEmojiStickers: 'custom_emoji_ids!:[]String',
  uploadStickerFile: 'user_id!:Int sticker!:InputFile sticker_format!:String',
  createNewStickerSet:
    'user_id!:Int name!:String title!:String stickers!:[]InputSticker sticker_type:String needs_repainting:Bool',
  addStickerToSet: 'user_id!:Int name!:String sticker!:InputSticker',
  setStickerPositionInSet: 'sticker!:String position!:Int',
  deleteStickerFromSet: 'sticker!:String',
  replaceStickerInSet: 'user_id!:Int name!:String old_sticker!:String sticker!:InputSticker',
  setStickerEmojiList: 'sticker!:String emoji_list!:[]String',
  setStickerKeywords: 'sticker!:String keywords:[]String',
  setStickerMaskPosition: 'sticker!:String mask_position:MaskPosition',
  setStickerSetTitle: 'name!:String title!:String',
  setStickerSetThumbnail: 'name!:String user_id!:Int thumbnail:InputFile|String format!:String',
  setCustomEmojiStickerSetThumbnail: 'name!:String custom_emoji_id:String',
  deleteStickerSet: 'name!:String',
  sendRichMessage:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int rich_message!:InputRichMessage disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  sendRichMessageDraft: 'chat_id!:Int message_thread_id:Int draft_id!:Int rich_message!:InputRichMessage',
  answerInlineQuery:
    'inline_query_id!:String results!:[]InlineQueryResult cache_time:Int is_personal:Bool next_offset:String button:InlineQueryResultsButton',
  sendInvoice:
    'chat_id!:Int|String message_thread_id:Int direct_messages_topic_id:Int title!:String description!:String payload!:String provider_token:String currency!:String prices!:[]LabeledPrice max_tip_amount:Int suggested_tip_amounts:[]Int start_parameter:String provider_data:String photo_url:String photo_size:Int photo_width:Int photo_height:Int need_name:Bool need_phone_number:Bool need_email:Bool need_shipping_address:Bool send_phone_number_to_provider:Bool send_email_to_provider:Bool is_flexible:Bool disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup',
  createInvoiceLink:
    'business_connection_id:String title!:String description!:String payload!:String provider_token:String currency!:String prices!:[]LabeledPrice subscription_period:Int max_tip_amount:Int suggested_tip_amounts:[]Int provider_data:String photo_url:String photo_size:Int photo_width:Int photo_height:Int need_name:Bool need_phone_number:Bool need_email:Bool need_shipping_address:Bool send_phone_number_to_provider:Bool send_email_to_provider:Bool is_flexible:Bool',
  answerShippingQuery:
    'shipping_query_id!:String ok!:Bool shipping_options:[]ShippingOption error_message:String',
  answerPreCheckoutQuery: 'pre_checkout_query_id!:String ok!:Bool error_message:String',
  getMyStarBalance: '',
  getStarTransactions: 'offset:Int limit:Int',
  refundStarPayment: 'user_id!:Int telegram_payment_charge_id!:String',
  editUserStarSubscription: 'user_id!:Int telegram_payment_charge_id!:String is_canceled!:Bool',
  setPassportDataErrors: 'user_id!:Int errors!:[]PassportElementError',
  sendGame:
    'business_connection_id:String chat_id!:Int|String message_thread_id:Int game_short_name!:String disable_notification:Bool protect_content:Bool allow_paid_broadcast:Bool message_effect_id:String reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup',
  setGameScore:
    'user_id!:Int score!:Int force:Bool disable_edit_message:Bool chat_id:Int message_id:Int inline_message_id:String',
  getGameHighScores: 'user_id!:Int chat_id:Int message_id:Int inline_message_id:String',
}
