// Counts what a bot has worked and tells its parent when asked.

/** Milliseconds of each update since the parent said `begin`; told when it says `report`, or once as many as it names are worked. */
export function createMeter() {
  let times = []
  let begunAt = performance.now()
  let cpuBefore = process.cpuUsage()
  let awaited = Number.POSITIVE_INFINITY
  const report = () => {
    awaited = Number.POSITIVE_INFINITY
    const sorted = [...times].sort((one, other) => one - other)
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
    const seconds = (performance.now() - begunAt) / 1_000
    const { user, system } = process.cpuUsage(cpuBefore)
    const cpu = (user + system) / 1_000 / times.length
    process.send({ updates: times.length, seconds, p50: at(0.5), p95: at(0.95), cpu })
  }
  process.on('message', (message) => {
    if (message === 'begin') {
      times = []
      begunAt = performance.now()
      cpuBefore = process.cpuUsage()
      return
    }
    if (typeof message === 'number' && times.length < message) awaited = message
    else report()
  })
  return {
    add(ms) {
      times.push(ms)
      if (times.length >= awaited) report()
    },
  }
}
