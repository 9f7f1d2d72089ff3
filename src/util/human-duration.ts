const minute = 60
const hour = 60 * minute
const day = 24 * hour
const year = 365 * day

/** How kubectl writes an age, from milliseconds: `5s`, `3m20s`, `5h`, `2d3h`, `2y30d`; all divisions truncate. */
export const humanDuration = (milliseconds: number): string => {
  const seconds = Math.trunc(milliseconds / 1000)
  if (seconds < -1) return '<invalid>'
  if (seconds < 0) return '0s'
  return coarse(seconds)
}

/** The two biggest units while the bigger one is small, and one of them later. */
const coarse = (seconds: number): string => {
  if (seconds < 2 * minute) return `${seconds}s`
  if (seconds < 10 * minute) return units(seconds, [minute, 'm'], [1, 's'])
  if (seconds < 3 * hour) return units(seconds, [minute, 'm'])
  if (seconds < 8 * hour) return units(seconds, [hour, 'h'], [minute, 'm'])
  if (seconds < 2 * day) return units(seconds, [hour, 'h'])
  if (seconds < 8 * day) return units(seconds, [day, 'd'], [hour, 'h'])
  if (seconds < 2 * year) return units(seconds, [day, 'd'])
  if (seconds < 8 * year) return units(seconds, [year, 'y'], [day, 'd'])
  return units(seconds, [year, 'y'])
}

type Unit = readonly [seconds: number, letter: string]

const units = (seconds: number, [size, letter]: Unit, smaller?: Unit): string => {
  const whole = `${Math.trunc(seconds / size)}${letter}`
  const rest = smaller ? Math.trunc((seconds % size) / smaller[0]) : 0
  return rest > 0 && smaller ? `${whole}${rest}${smaller[1]}` : whole
}
