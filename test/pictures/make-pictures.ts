import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { packPeriod, type ReportOrder } from '../../src/app/report-order.ts'
import { loadCatalog } from '../../src/config/load-catalog.ts'
import { LANGUAGES, type Language } from '../../src/domain/people.ts'
import { weekToReport } from '../../src/domain/period.ts'
import { openDatabase } from '../../src/persistence/open-database.ts'
import { fetchPhoto } from '../../src/photos/fetch-photo.ts'
import { makeReport } from '../../src/reports/make-report.ts'
import { loadTexts } from '../../src/texts/texts.ts'
import { SCENES } from '../support/draw-scenes.ts'
import { findChromium } from '../support/find-chromium.ts'
import { createTestLog } from '../support/test-log.ts'
import { fillWeek, NOW, TIME_ZONE } from './fill-desk.ts'
import { fillTicket, PHOTOS, TICKET_ID } from './fill-ticket.ts'
import { makePlaygroundPictures } from './make-playground-pictures.ts'

/** Makes README's pictures anew: `npm run pictures`. Those of pages need a Chromium; `-- --playground` makes its own alone. */

const FOLDER = fileURLToPath(new URL('../../src/reports/pictures/', import.meta.url))
/** A phone's, in CSS pixels, and how many pixels each of them has. */
const PHONE = { width: 390, height: 1_990, scale: 2 }
/** A picture in README is to load quickly. */
const COLOURS = 64

async function main(): Promise<void> {
  await makePlaygroundPictures()
  if (process.argv.includes('--playground')) return
  for (const language of LANGUAGES) {
    await makePicture(language)
    await makeTranscript(language)
  }
}

async function makePicture(language: Language): Promise<void> {
  const week = weekToReport(NOW, TIME_ZONE)
  if (week === null) throw new Error('There is no week to report')
  const catalog = await loadCatalog(null)
  const order: ReportOrder = { report: 'weekly', categories: null, ...packPeriod(week) }
  const parts = await report(language, order, (database) => fillWeek(database, catalog, language))
  await save(`numbers-${language}.png`, Buffer.concat(parts.map((part) => Buffer.from(part))))
}

async function makeTranscript(language: Language): Promise<void> {
  const order: ReportOrder = { report: 'transcript', ticketId: TICKET_ID }
  const parts = await report(language, order, (database) => fillTicket(database, language))
  const folder = mkdtempSync(join(tmpdir(), 'desk-pictures-'))
  try {
    const [page, shot] = [join(folder, 'page.html'), join(folder, 'page.png')]
    writeFileSync(page, parts.join(''))
    if (takeShot(page, shot)) await save(`transcript-${language}.png`, await sharp(shot).toBuffer())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function report(
  language: Language,
  order: ReportOrder,
  fill: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<void>,
): Promise<readonly (string | Uint8Array)[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-pictures-'))
  const database = await openDatabase({ url: null, dataDir })
  try {
    await fill(database)
    const scenes: Readonly<Record<string, string>> = {
      [PHOTOS.receipt]: `${language === 'ru' ? 'cyrillic' : 'latin'} receipt`,
      [PHOTOS.crack]: 'mug',
    }
    const findCopy = async (fileUniqueId: string) => {
      const scene = SCENES[scenes[fileUniqueId] ?? '']
      if (scene === undefined) return null
      const path = join(dataDir, fileUniqueId)
      writeFileSync(path, await scene())
      return path
    }
    const nowhere = { call: () => Promise.resolve({ kind: 'lost', description: '' } as const) }
    const source = { transport: nowhere, filesUrl: '', findCopy }
    const deps = {
      stores: database.stores,
      t: loadTexts()(language),
      catalog: await loadCatalog(null),
      timeZone: TIME_ZONE,
      now: () => NOW,
      log: createTestLog(),
      fetchPhoto: (photo: Parameters<typeof fetchPhoto>[1]) => fetchPhoto(source, photo),
    }
    const made = await makeReport(deps, order)
    if (made.kind !== 'made' || made.file === null) throw new Error(`No ${order.report} was made`)
    return made.file.parts
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function takeShot(page: string, shot: string): boolean {
  const { width, height, scale } = PHONE
  const size = [
    `--window-size=${width},${height}`,
    `--force-device-scale-factor=${scale}`,
    '--hide-scrollbars',
  ]
  const mode = ['--headless', '--no-sandbox', '--disable-gpu', `--screenshot=${shot}`]
  const { status } = spawnSync(findChromium() ?? 'chromium', [...mode, ...size, `file://${page}`])
  if (status !== 0) console.log('No Chromium took a picture of the transcript: set CHROMIUM to its path')
  return status === 0
}

async function save(name: string, picture: Buffer): Promise<void> {
  const small = await sharp(picture).png({ palette: true, colours: COLOURS, compressionLevel: 9 }).toBuffer()
  writeFileSync(join(FOLDER, name), small)
  console.log(`${name}: ${Math.round(small.length / 1024)} KB`)
}

await main()
