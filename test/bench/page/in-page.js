// Runs in the page before anything of its own: what is measured there.

const bench = {
  /** When the first message was drawn, milliseconds since the navigation. */
  shownAt: undefined,

  /** Waits until the newest message says it. */
  waitForNewest(text) {
    return new Promise((resolve) => {
      const look = () => {
        const newest = [...document.querySelectorAll('.chat-message')].at(-1)
        if (newest?.textContent.includes(text)) resolve()
        else requestAnimationFrame(look)
      }
      look()
    })
  },

  /** Scrolls as with a wheel that is turned fast. Resolves with how long each frame took, milliseconds. */
  scrollToBeginning(pixelsAFrame, restingFrames) {
    const scroller = document.querySelector('.chat-scroller')
    return new Promise((resolve) => {
      const frames = []
      let last
      let resting = 0
      const step = (at) => {
        if (last !== undefined) frames.push(at - last)
        last = at
        scroller.scrollTop -= pixelsAFrame
        // Older lines are drawn when one comes near to them; then there is more to scroll.
        resting = scroller.scrollTop > 0 ? 0 : resting + 1
        if (resting > restingFrames) resolve(frames.slice(0, -restingFrames))
        else requestAnimationFrame(step)
      }
      requestAnimationFrame(step)
    })
  },
}
globalThis.bench = bench

const watch = () => {
  if (!document.querySelector('.chat-message')) return requestAnimationFrame(watch)
  requestAnimationFrame((at) => {
    bench.shownAt = at
  })
}
requestAnimationFrame(watch)
