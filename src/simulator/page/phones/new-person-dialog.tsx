import { FormDialog, typed } from '../frame/dialog.tsx'
import { Field } from '../frame/field.tsx'
import { act } from '../store/act.ts'
import { holdPhone } from '../store/here.ts'
import type { Side } from '../store/place.ts'
import { language, words } from '../words/words.ts'

/** Somebody new takes the phone. */
export function NewPersonDialog({ side, onClose }: { side: Side; onClose(): void }) {
  const { phone, common } = words.value
  const create = async (form: FormData) => {
    const [lastName, username, languageCode] = ['last', 'username', 'language'].map((name) =>
      typed(form, name),
    )
    const answer = await act({
      do: 'create-person',
      firstName: typed(form, 'first') ?? '',
      ...(lastName && { lastName }),
      ...(username && { username: username.replace(/^@/, '') }),
      ...(languageCode && { languageCode }),
    })
    if (answer.isOk && answer.personId !== undefined) holdPhone(side, answer.personId)
    return answer
  }
  return (
    <FormDialog title={phone.newPerson} submit={common.create} onClose={onClose} onSubmit={create}>
      <Field label={phone.firstName}>
        {(id) => <input id={id} name="first" required maxLength={64} autoComplete="off" />}
      </Field>
      <Field label={`${phone.lastName} (${phone.optional})`}>
        {(id) => <input id={id} name="last" maxLength={64} autoComplete="off" />}
      </Field>
      <Field label={`${phone.username} (${phone.optional})`}>
        {(id) => <input id={id} name="username" pattern="@?[A-Za-z0-9_]{3,32}" autoComplete="off" />}
      </Field>
      <Field label={phone.languageCode}>{(id) => <LanguageInput id={id} value={language.peek()} />}</Field>
    </FormDialog>
  )
}

/** Languages that are offered; any other code can be typed. */
const LANGUAGE_CODES = ['ru', 'en', 'uk', 'kk', 'uz', 'de', 'es', 'fr', 'tr', 'ar', 'zh']

export function LanguageInput({ id, value }: { id: string; value: string }) {
  return (
    <>
      <input
        id={id}
        name="language"
        list={`${id}-codes`}
        defaultValue={value}
        pattern="[a-z]{2,3}(-[A-Za-z]+)?"
        maxLength={12}
        autoComplete="off"
      />
      <datalist id={`${id}-codes`}>
        {LANGUAGE_CODES.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </datalist>
    </>
  )
}

/** A language by its code, in the language of the page; the code itself where nobody knows it. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(language.value, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
