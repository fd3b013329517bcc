import { here, openPanel, showPhone } from '../store/here.ts'
import { LOOKS, look } from '../store/look.ts'
import { bot } from '../store/world.ts'
import type { Language } from '../words/languages.ts'
import { language, speak, words } from '../words/words.ts'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icons.tsx'
import { MenuButton, MenuItem, MenuTitle } from './menu-button.tsx'
import { PhoneSwitch } from './phone-switch.tsx'
import { WorldClock } from './world-clock.tsx'

const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' }

/** Whose playground it is, what time it is there, how the page looks and speaks. */
export function TopBar() {
  const user = bot.value?.user
  return (
    <header class="top-bar">
      <h1>
        {user?.first_name ?? words.value.frame.title}{' '}
        <span class="quiet">{user?.username ? `@${user.username}` : ''}</span>
      </h1>
      <PhoneSwitch shown={here.value.shown} onShow={showPhone} />
      <WorldClock />
      <LookMenu />
      <PanelButton isOpen={here.value.panel !== null} />
    </header>
  )
}

function PanelButton({ isOpen }: { isOpen: boolean }) {
  const { frame } = words.value
  const label = isOpen ? frame.hidePanel : frame.showPanel
  return (
    <IconButton
      label={label}
      icon="panel"
      isExpanded={isOpen}
      onClick={() => openPanel(isOpen ? null : 'calls')}
    />
  )
}

function LookMenu() {
  const { frame } = words.value
  return (
    <MenuButton label={`${frame.look}, ${frame.language}`} face={<Icon name="tools" />}>
      <Choices
        title={frame.look}
        options={LOOKS.map((each) => [each, frame.looks[each]] as const)}
        chosen={look.value}
        onChoose={(each) => {
          look.value = each
        }}
      />
      <Choices
        title={frame.language}
        options={Object.entries(LANGUAGES) as [Language, string][]}
        chosen={language.value}
        onChoose={speak}
      />
    </MenuButton>
  )
}

interface ChoicesProps<T extends string> {
  title: string
  options: readonly (readonly [T, string])[]
  chosen: T
  onChoose(chosen: T): void
}

function Choices<T extends string>({ title, options, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset aria-label={title}>
      <MenuTitle>{title}</MenuTitle>
      {options.map(([value, name]) => (
        <MenuItem key={value} isChecked={value === chosen} onClick={() => onChoose(value)}>
          {name}
          {value === chosen ? <Icon name="check" /> : null}
        </MenuItem>
      ))}
    </fieldset>
  )
}
