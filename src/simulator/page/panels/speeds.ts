/** The slider of the clock's speed: even steps of it multiply the speed. */

export const MAX_POSITION = 100
const MAX_SPEED = 3600

/** Speeds that say something: 60 is a minute a second, 3,600 an hour. The slider rests on them when near. */
const LANDMARKS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600]

/** The speed at a position of the slider from 0 to {@link MAX_POSITION}. */
export function speedAt(position: number): number {
  const speed = MAX_SPEED ** (position / MAX_POSITION)
  const near = LANDMARKS.find((each) => Math.abs(positionOf(each) - position) < 1)
  return near ?? (speed < 10 ? Math.round(speed * 10) / 10 : Math.round(speed))
}

/** Where the slider stands for a speed; slower than a real clock is its beginning. */
export function positionOf(speed: number): number {
  const position = (Math.log(Math.max(1, speed)) / Math.log(MAX_SPEED)) * MAX_POSITION
  return Math.min(MAX_POSITION, position)
}
