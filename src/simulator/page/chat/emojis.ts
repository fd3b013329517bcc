/** Emoji anybody may react with, the common ones first (https://core.telegram.org/bots/api#reactiontypeemoji). */
export const REACTIONS: readonly string[] =
  '👍 ❤ 🔥 🎉 😁 🙏 👎 👏 🥰 🤔 🤯 😱 🤬 😢 🤩 🤮 💩 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  )

export const COMMON = 7
