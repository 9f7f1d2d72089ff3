interface Saying {
  /** Where in kubectl it is said. */
  readonly place: string
  readonly text: string
  /** In milliseconds. */
  readonly now: number
}

/** A line of kubectl's own log: a letter (warning, fatal), the date and time of day, a process, a place, a text. */
export const logLine = (level: 'F' | 'W', { place, text, now }: Saying): string => {
  const time = new Date(now).toISOString()
  return `${level}${time.slice(5, 7)}${time.slice(8, 10)} ${time.slice(11, 23)}000       1 ${place}] ${text}\n`
}
