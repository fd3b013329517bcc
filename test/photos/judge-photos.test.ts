import { expect, test, vi } from 'vitest'
import { judgePhoto } from '../../src/domain/photo-quality.ts'
import { measurePhoto } from '../../src/photos/measure-photo.ts'
import { type LabelledPhoto, photoSet } from '../support/photo-set.ts'

// Most of it is making the pictures.
vi.setConfig({ testTimeout: 300_000 })

const LABELS = ['fine', 'small', 'dark', 'blurred', 'broken'] as const
type Label = LabelledPhoto['label']

interface Judged {
  readonly label: Label
  readonly said: Label
  readonly name: string
}

async function judgeAll(photos: readonly LabelledPhoto[]): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const { label, name, bytes } of photos) judged.push({ label, name, said: await judge(bytes) })
  return judged
}

/** As the photo door takes it: whatever can't be measured, nothing is said of. */
async function judge(bytes: Buffer): Promise<Label> {
  return measurePhoto(bytes).then(judgePhoto, () => 'broken' as const)
}

/** Rows: what it is. Columns: what was said of it. */
function confusion(judged: readonly Judged[]): string {
  const cell = (value: string | number) => String(value).padStart(9)
  const row = (label: Label) =>
    LABELS.map((said) => judged.filter((one) => one.label === label && one.said === said).length)
  return [
    `${'is \\ said'.padEnd(9)}${LABELS.map(cell).join('')}`,
    ...LABELS.map((label) => `${label.padEnd(9)}${row(label).map(cell).join('')}`),
  ].join('\n')
}

/** A photo of 48 million pixels takes 144 MB unpacked: so much is never there at once. */
const MEMORY_AT_MOST_MB = 100

test('photos that can be read are told from those that are too small, too dark or too blurred', async () => {
  const photos = await photoSet()
  expect(photos.length).toBeGreaterThanOrEqual(60)
  const before = residentMb()
  const judged = await judgeAll(photos)
  const grown = residentMb() - before
  console.log(`${photos.length} photos, memory grown by ${grown.toFixed(0)} MB\n${confusion(judged)}`)
  expect(grown).toBeLessThan(MEMORY_AT_MOST_MB)
  for (const label of LABELS) {
    const are = judged.filter((one) => one.label === label)
    const said = judged.filter((one) => one.said === label)
    const right = are.filter((one) => one.said === label).length
    expect(are.length, `photos labelled ${label}`).toBeGreaterThanOrEqual(8)
    expect(right / are.length, `recall of ${label}`).toBeGreaterThanOrEqual(0.9)
    expect(right / said.length, `precision of ${label}`).toBeGreaterThanOrEqual(0.95)
  }
  // A word about a good photo is worse than none about a bad one.
  const alarms = judged.filter((one) => one.label === 'fine' && one.said !== 'fine')
  expect(alarms.map(({ name, said }) => `${name}: ${said}`)).toEqual([])
})

const residentMb = () => process.memoryUsage.rss() / 1024 ** 2
