import { monitorEventLoopDelay } from 'node:perf_hooks'
import { judgePhoto } from '../../src/domain/photo-quality.ts'
import { measurePhoto } from '../../src/photos/measure-photo.ts'
import { photoSet, takePhoto } from '../support/photo-set.ts'

const ROUNDS = 3
const NS_PER_MS = 1e6

/** How long photos take to be looked at, and for how long the process answers nothing meanwhile. */
export async function printPhotos(): Promise<void> {
  const photos = (await photoSet()).map(({ bytes }) => bytes)
  // As phones take them, sent as files: Telegram's own photos are 1280 pixels long.
  const large = await takePhoto('cyrillic receipt', { size: 4032, quality: 92 })
  await measurePhoto(large)
  console.log(row('Photos', 'photos', 'p50', 'p95', 'longest', 'stalls p99', 'longest'))
  console.log(row('the labelled set', ...(await timed(photos))))
  console.log(row('12 megapixels', ...(await timed(Array<Buffer>(10).fill(large)))))
  console.log(`
p50, p95        from the bytes to the verdict, one photo after the other.
stalls          how much later than due the event loop came round meanwhile, sampled every 5 ms.`)
}

async function timed(photos: readonly Buffer[]): Promise<string[]> {
  const stalls = monitorEventLoopDelay({ resolution: 5 })
  const times: number[] = []
  stalls.enable()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const bytes of photos) {
      const began = performance.now()
      await measurePhoto(bytes).then(judgePhoto, () => 'broken')
      times.push(performance.now() - began)
    }
  }
  stalls.disable()
  times.sort((one, other) => one - other)
  const at = (share: number) => ms(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  return [
    ...[String(photos.length), at(0.5), at(0.95), at(1)],
    ...[ms(stalls.percentile(99) / NS_PER_MS), ms(stalls.max / NS_PER_MS)],
  ]
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const row = (name: string, ...cells: string[]) =>
  name.padEnd(20) + cells.map((cell) => cell.padStart(12)).join('')
