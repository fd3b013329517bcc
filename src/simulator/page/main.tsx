import './theme.css'
import './frame/controls.css'
import './frame/frame.css'
import './phones/phone.css'
import './composer/composer.css'
import './panels/panel.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { Page } from './page.tsx'
import { connect } from './store/connect.ts'
import { keepPlaceInAddress } from './store/here.ts'
import { keepLook } from './store/look.ts'
import { bot } from './store/world.ts'
import { language, words } from './words/words.ts'

effect(() => {
  const { title, titleOf } = words.value.frame
  document.title = bot.value ? titleOf(bot.value.user.first_name) : title
  document.documentElement.lang = language.value
})
keepLook()
keepPlaceInAddress()
connect()

const root = document.getElementById('page')
if (root) render(<Page />, root)
