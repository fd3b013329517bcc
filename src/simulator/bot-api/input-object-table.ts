/**
 * The objects a call may carry (Bot API Bot API 10.1), in the notation of `METHOD_PARAMETERS`. A line beginning with `=`
 * names the alternatives of a union, told apart by their `type`, `scope` or `source` field.
 */
export const INPUT_OBJECTS: Readonly<Record<string, string>> = {
  AcceptedGiftTypes:
    'unlimited_gifts!:Bool limited_gifts!:Bool unique_gifts!:Bool premium_subscription!:Bool gifts_from_channels!:Bool',
  BotCommand: 'command!:String description!:String',
  BotCommandScope:
    '= BotCommandScopeDefault BotCommandScopeAllPrivateChats BotCommandScopeAllGroupChats BotCommandScopeAllChatAdministrators BotCommandScopeChat BotCommandScopeChatAdministrators BotCommandScopeChatMember',
  BotCommandScopeAllChatAdministrators: 'type!:String',
  BotCommandScopeAllGroupChats: 'type!:String',
  BotCommandScopeAllPrivateChats: 'type!:String',
  BotCommandScopeChat: 'type!:String chat_id!:Int|String',
  BotCommandScopeChatAdministrators: 'type!:String chat_id!:Int|String',
  BotCommandScopeChatMember: 'type!:String chat_id!:Int|String user_id!:Int',
  BotCommandScopeDefault: 'type!:String',
  CallbackGame: '',
  ChatAdministratorRights:
    'is_anonymous!:Bool can_manage_chat!:Bool can_delete_messages!:Bool can_manage_video_chats!:Bool can_restrict_members!:Bool can_promote_members!:Bool can_change_info!:Bool can_invite_users!:Bool can_post_stories!:Bool can_edit_stories!:Bool can_delete_stories!:Bool can_post_messages:Bool can_edit_messages:Bool can_pin_messages:Bool can_manage_topics:Bool can_manage_direct_messages:Bool can_manage_tags:Bool',
  ChatPermissions:
    'can_send_messages:Bool can_send_audios:Bool can_send_documents:Bool can_send_photos:Bool can_send_videos:Bool can_send_video_notes:Bool can_send_voice_notes:Bool can_send_polls:Bool can_send_other_messages:Bool can_add_web_page_previews:Bool can_react_to_messages:Bool can_edit_tag:Bool can_change_info:Bool can_invite_users:Bool can_pin_messages:Bool can_manage_topics:Bool',
  CopyTextButton: 'text!:String',
  ForceReply: 'force_reply!:Bool input_field_placeholder:String selective:Bool',
  InlineKeyboardButton:
    'text!:String icon_custom_emoji_id:String style:String url:String callback_data:String web_app:WebAppInfo login_url:LoginUrl switch_inline_query:String switch_inline_query_current_chat:String switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton callback_game:CallbackGame pay:Bool',
  InlineKeyboardMarkup: 'inline_keyboard!:[][]InlineKeyboardButton',
  InlineQueryResult:
    '= InlineQueryResultCachedAudio InlineQueryResultCachedDocument InlineQueryResultCachedGif InlineQueryResultCachedMpeg4Gif InlineQueryResultCachedPhoto InlineQueryResultCachedSticker InlineQueryResultCachedVideo InlineQueryResultCachedVoice InlineQueryResultArticle InlineQueryResultAudio InlineQueryResultContact InlineQueryResultGame InlineQueryResultDocument InlineQueryResultGif InlineQueryResultLocation InlineQueryResultMpeg4Gif InlineQueryResultPhoto InlineQueryResultVenue InlineQueryResultVideo InlineQueryResultVoice',
  InlineQueryResultArticle:
    'type!:String id!:String title!:String input_message_content!:InputMessageContent reply_markup:InlineKeyboardMarkup url:String description:String thumbnail_url:String thumbnail_width:Int thumbnail_height:Int',
  InlineQueryResultAudio:
    'type!:String id!:String audio_url!:String title!:String caption:String parse_mode:String caption_entities:[]MessageEntity performer:String audio_duration:Int reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedAudio:
    'type!:String id!:String audio_file_id!:String caption:String parse_mode:String caption_entities:[]MessageEntity reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedDocument:
    'type!:String id!:String title!:String document_file_id!:String description:String caption:String parse_mode:String caption_entities:[]MessageEntity reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedGif:
    'type!:String id!:String gif_file_id!:String title:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedMpeg4Gif:
    'type!:String id!:String mpeg4_file_id!:String title:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedPhoto:
    'type!:String id!:String photo_file_id!:String title:String description:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedSticker:
    'type!:String id!:String sticker_file_id!:String reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedVideo:
    'type!:String id!:String video_file_id!:String title!:String description:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultCachedVoice:
    'type!:String id!:String voice_file_id!:String title!:String caption:String parse_mode:String caption_entities:[]MessageEntity reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultContact:
    'type!:String id!:String phone_number!:String first_name!:String last_name:String vcard:String reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent thumbnail_url:String thumbnail_width:Int thumbnail_height:Int',
  InlineQueryResultDocument:
    'type!:String id!:String title!:String caption:String parse_mode:String caption_entities:[]MessageEntity document_url!:String mime_type!:String description:String reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent thumbnail_url:String thumbnail_width:Int thumbnail_height:Int',
  InlineQueryResultGame: 'type!:String id!:String game_short_name!:String reply_markup:InlineKeyboardMarkup',
  InlineQueryResultGif:
    'type!:String id!:String gif_url!:String gif_width:Int gif_height:Int gif_duration:Int thumbnail_url!:String thumbnail_mime_type:String title:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultLocation:
    'type!:String id!:String latitude!:Float longitude!:Float title!:String horizontal_accuracy:Float live_period:Int heading:Int proximity_alert_radius:Int reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent thumbnail_url:String thumbnail_width:Int thumbnail_height:Int',
  InlineQueryResultMpeg4Gif:
    'type!:String id!:String mpeg4_url!:String mpeg4_width:Int mpeg4_height:Int mpeg4_duration:Int thumbnail_url!:String thumbnail_mime_type:String title:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultPhoto:
    'type!:String id!:String photo_url!:String thumbnail_url!:String photo_width:Int photo_height:Int title:String description:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultVenue:
    'type!:String id!:String latitude!:Float longitude!:Float title!:String address!:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent thumbnail_url:String thumbnail_width:Int thumbnail_height:Int',
  InlineQueryResultVideo:
    'type!:String id!:String video_url!:String mime_type!:String thumbnail_url!:String title!:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool video_width:Int video_height:Int video_duration:Int description:String reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultVoice:
    'type!:String id!:String voice_url!:String title!:String caption:String parse_mode:String caption_entities:[]MessageEntity voice_duration:Int reply_markup:InlineKeyboardMarkup input_message_content:InputMessageContent',
  InlineQueryResultsButton: 'text!:String web_app:WebAppInfo start_parameter:String',
  InputChecklist:
    'title!:String parse_mode:String title_entities:[]MessageEntity tasks!:[]InputChecklistTask others_can_add_tasks:Bool others_can_mark_tasks_as_done:Bool',
  InputChecklistTask: 'id!:Int text!:String parse_mode:String text_entities:[]MessageEntity',
  InputContactMessageContent: 'phone_number!:String first_name!:String last_name:String vcard:String',
  InputFile: '',
  InputInvoiceMessageContent:
    'title!:String description!:String payload!:String provider_token:String currency!:String prices!:[]LabeledPrice max_tip_amount:Int suggested_tip_amounts:[]Int provider_data:String photo_url:String photo_size:Int photo_width:Int photo_height:Int need_name:Bool need_phone_number:Bool need_email:Bool need_shipping_address:Bool send_phone_number_to_provider:Bool send_email_to_provider:Bool is_flexible:Bool',
  InputLocationMessageContent:
    'latitude!:Float longitude!:Float horizontal_accuracy:Float live_period:Int heading:Int proximity_alert_radius:Int',
  InputMedia:
    '= InputMediaAnimation InputMediaAudio InputMediaDocument InputMediaLivePhoto InputMediaPhoto InputMediaVideo',
  InputMediaAnimation:
    'type!:String media!:String thumbnail:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool width:Int height:Int duration:Int has_spoiler:Bool',
  InputMediaAudio:
    'type!:String media!:String thumbnail:String caption:String parse_mode:String caption_entities:[]MessageEntity duration:Int performer:String title:String',
  InputMediaDocument:
    'type!:String media!:String thumbnail:String caption:String parse_mode:String caption_entities:[]MessageEntity disable_content_type_detection:Bool',
  InputMediaLink: 'type!:String url!:String',
  InputMediaLivePhoto:
    'type!:String media!:String photo!:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool has_spoiler:Bool',
  InputMediaLocation: 'type!:String latitude!:Float longitude!:Float horizontal_accuracy:Float',
  InputMediaPhoto:
    'type!:String media!:String caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool has_spoiler:Bool',
  InputMediaSticker: 'type!:String media!:String emoji:String',
  InputMediaVenue:
    'type!:String latitude!:Float longitude!:Float title!:String address!:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String',
  InputMediaVideo:
    'type!:String media!:String thumbnail:String cover:String start_timestamp:Int caption:String parse_mode:String caption_entities:[]MessageEntity show_caption_above_media:Bool width:Int height:Int duration:Int supports_streaming:Bool has_spoiler:Bool',
  InputMessageContent:
    '= InputTextMessageContent InputRichMessageContent InputLocationMessageContent InputVenueMessageContent InputContactMessageContent InputInvoiceMessageContent',
  InputPaidMedia: '= InputPaidMediaLivePhoto InputPaidMediaPhoto InputPaidMediaVideo',
  InputPaidMediaLivePhoto: 'type!:String media!:String photo!:String',
  InputPaidMediaPhoto: 'type!:String media!:String',
  InputPaidMediaVideo:
    'type!:String media!:String thumbnail:String cover:String start_timestamp:Int width:Int height:Int duration:Int supports_streaming:Bool',
  InputPollMedia:
    '= InputMediaAnimation InputMediaAudio InputMediaDocument InputMediaLivePhoto InputMediaLocation InputMediaPhoto InputMediaVenue InputMediaVideo',
  InputPollOption:
    'text!:String text_parse_mode:String text_entities:[]MessageEntity media:InputPollOptionMedia',
  InputPollOptionMedia:
    '= InputMediaAnimation InputMediaLink InputMediaLivePhoto InputMediaLocation InputMediaPhoto InputMediaSticker InputMediaVenue InputMediaVideo',
  InputProfilePhoto: '= InputProfilePhotoStatic InputProfilePhotoAnimated',
  InputProfilePhotoAnimated: 'type!:String animation!:String main_frame_timestamp:Float',
  InputProfilePhotoStatic: 'type!:String photo!:String',
  EphemeralMessageParameters:
    'receiver_user_id!:Int callback_query_id:String replace_callback_query_message:Bool',
  InputRichMessage: 'html:String markdown:String is_rtl:Bool skip_entity_detection:Bool',
  InputRichMessageContent: 'rich_message!:InputRichMessage',
  InputSticker:
    'sticker!:String format!:String emoji_list!:[]String mask_position:MaskPosition keywords:[]String',
  InputStoryContent: '= InputStoryContentPhoto InputStoryContentVideo',
  InputStoryContentPhoto: 'type!:String photo!:String',
  InputStoryContentVideo:
    'type!:String video!:String duration:Float cover_frame_timestamp:Float is_animation:Bool',
  InputTextMessageContent:
    'message_text!:String parse_mode:String entities:[]MessageEntity link_preview_options:LinkPreviewOptions',
  InputVenueMessageContent:
    'latitude!:Float longitude!:Float title!:String address!:String foursquare_id:String foursquare_type:String google_place_id:String google_place_type:String',
  KeyboardButton:
    'text!:String icon_custom_emoji_id:String style:String request_users:KeyboardButtonRequestUsers request_chat:KeyboardButtonRequestChat request_managed_bot:KeyboardButtonRequestManagedBot request_contact:Bool request_location:Bool request_poll:KeyboardButtonPollType web_app:WebAppInfo',
  KeyboardButtonPollType: 'type:String',
  KeyboardButtonRequestChat:
    'request_id!:Int chat_is_channel!:Bool chat_is_forum:Bool chat_has_username:Bool chat_is_created:Bool user_administrator_rights:ChatAdministratorRights bot_administrator_rights:ChatAdministratorRights bot_is_member:Bool request_title:Bool request_username:Bool request_photo:Bool',
  KeyboardButtonRequestManagedBot: 'request_id!:Int suggested_name:String suggested_username:String',
  KeyboardButtonRequestUsers:
    'request_id!:Int user_is_bot:Bool user_is_premium:Bool max_quantity:Int request_name:Bool request_username:Bool request_photo:Bool',
  LabeledPrice: 'label!:String amount!:Int',
  LinkPreviewOptions:
    'is_disabled:Bool url:String prefer_small_media:Bool prefer_large_media:Bool show_above_text:Bool',
  LocationAddress: 'country_code!:String state:String city:String street:String',
  LoginUrl: 'url!:String forward_text:String bot_username:String request_write_access:Bool',
  MaskPosition: 'point!:String x_shift!:Float y_shift!:Float scale!:Float',
  MenuButton: '= MenuButtonCommands MenuButtonWebApp MenuButtonDefault',
  MenuButtonCommands: 'type!:String',
  MenuButtonDefault: 'type!:String',
  MenuButtonWebApp: 'type!:String text!:String web_app!:WebAppInfo',
  MessageEntity:
    'type!:String offset!:Int length!:Int url:String user:User language:String custom_emoji_id:String unix_time:Int date_time_format:String',
  PassportElementError:
    '= PassportElementErrorDataField PassportElementErrorFrontSide PassportElementErrorReverseSide PassportElementErrorSelfie PassportElementErrorFile PassportElementErrorFiles PassportElementErrorTranslationFile PassportElementErrorTranslationFiles PassportElementErrorUnspecified',
  PassportElementErrorDataField:
    'source!:String type!:String field_name!:String data_hash!:String message!:String',
  PassportElementErrorFile: 'source!:String type!:String file_hash!:String message!:String',
  PassportElementErrorFiles: 'source!:String type!:String file_hashes!:[]String message!:String',
  PassportElementErrorFrontSide: 'source!:String type!:String file_hash!:String message!:String',
  PassportElementErrorReverseSide: 'source!:String type!:String file_hash!:String message!:String',
  PassportElementErrorSelfie: 'source!:String type!:String file_hash!:String message!:String',
  PassportElementErrorTranslationFile: 'source!:String type!:String file_hash!:String message!:String',
  PassportElementErrorTranslationFiles: 'source!:String type!:String file_hashes!:[]String message!:String',
  PassportElementErrorUnspecified: 'source!:String type!:String element_hash!:String message!:String',
  ReactionType: '= ReactionTypeEmoji ReactionTypeCustomEmoji ReactionTypePaid',
  ReactionTypeCustomEmoji: 'type!:String custom_emoji_id!:String',
  ReactionTypeEmoji: 'type!:String emoji!:String',
  ReactionTypePaid: 'type!:String',
  ReplyKeyboardMarkup:
    'keyboard!:[][]KeyboardButton is_persistent:Bool resize_keyboard:Bool one_time_keyboard:Bool input_field_placeholder:String selective:Bool',
  ReplyKeyboardRemove: 'remove_keyboard!:Bool selective:Bool',
  ReplyParameters:
    'message_id!:Int chat_id:Int|String allow_sending_without_reply:Bool quote:String quote_parse_mode:String quote_entities:[]MessageEntity quote_position:Int checklist_task_id:Int poll_option_id:String',
  ShippingOption: 'id!:String title!:String prices!:[]LabeledPrice',
  StoryArea: 'position!:StoryAreaPosition type!:StoryAreaType',
  StoryAreaPosition:
    'x_percentage!:Float y_percentage!:Float width_percentage!:Float height_percentage!:Float rotation_angle!:Float corner_radius_percentage!:Float',
  StoryAreaType:
    '= StoryAreaTypeLocation StoryAreaTypeSuggestedReaction StoryAreaTypeLink StoryAreaTypeWeather StoryAreaTypeUniqueGift',
  StoryAreaTypeLink: 'type!:String url!:String',
  StoryAreaTypeLocation: 'type!:String latitude!:Float longitude!:Float address:LocationAddress',
  StoryAreaTypeSuggestedReaction: 'type!:String reaction_type!:ReactionType is_dark:Bool is_flipped:Bool',
  StoryAreaTypeUniqueGift: 'type!:String name!:String',
  StoryAreaTypeWeather: 'type!:String temperature!:Float emoji!:String background_color!:Int',
  SuggestedPostParameters: 'price:SuggestedPostPrice send_date:Int',
  SuggestedPostPrice: 'currency!:String amount!:Int',
  SwitchInlineQueryChosenChat:
    'query:String allow_user_chats:Bool allow_bot_chats:Bool allow_group_chats:Bool allow_channel_chats:Bool',
  User: 'id!:Int is_bot!:Bool first_name!:String last_name:String username:String language_code:String is_premium:Bool added_to_attachment_menu:Bool can_join_groups:Bool can_read_all_group_messages:Bool supports_guest_queries:Bool supports_inline_queries:Bool can_connect_to_business:Bool has_main_web_app:Bool has_topics_enabled:Bool allows_users_to_create_topics:Bool can_manage_bots:Bool supports_join_request_queries:Bool',
  WebAppInfo: 'url!:String',
}
