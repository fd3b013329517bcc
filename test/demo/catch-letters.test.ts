import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { expect, onTestFinished, test } from 'vitest'
import { catchLetters, type Letter } from '../../src/demo/catch-letters.ts'

test('a letter is taken, told of, and lies in the folder as a page; to nobody it is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-letters-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const heard: Letter[] = []
  const box = await catchLetters(join(folder, 'letters'), (letter) => heard.push(letter))
  onTestFinished(() => box.stop())
  const mailer = createTransport({ url: box.url })
  const letter = { from: 'support@shop.example', to: 'anna@example.com', subject: 'Код <1>' }
  await mailer.sendMail({ ...letter, text: 'Ваш код: 123456', html: '<p>Ваш код: <b>123456</b></p>' })
  await mailer.sendMail({ ...letter, text: 'Только слова & <знаки>' })
  const refused = mailer.sendMail({ ...letter, to: 'nobody@example.com', text: 'Не дойдёт' })
  await expect(refused).rejects.toMatchObject({ responseCode: 550 })
  mailer.close()
  expect(heard).toMatchObject([
    { to: 'anna@example.com', subject: 'Код <1>', text: 'Ваш код: 123456' },
    { to: 'anna@example.com', subject: 'Код <1>', text: 'Только слова & <знаки>' },
  ])
  expect(box.letters).toEqual(heard)
  const pages = heard.map(({ file }) => readFileSync(file, 'utf8'))
  expect(pages[0]).toContain('<b>123456</b>')
  expect(pages[1]).toContain('Только слова &amp; &lt;знаки>')
})
