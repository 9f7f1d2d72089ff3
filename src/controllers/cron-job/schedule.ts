/** When a schedule of five fields strikes next. */
export interface Schedule {
  /** The first strike after a time, both in milliseconds and UTC; undefined if there is none within five years. */
  next(after: number): number | undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const nicknames: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}

/** Reads a schedule; undefined if it is none. */
export const readSchedule = (text: string): Schedule | undefined => {
  const every = /^@every (?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text)
  if (every) return interval(every)
  const words = (nicknames[text] ?? text).trim().split(/\s+/)
  const [minute, hour, day, month, weekday] = [
    field(words[0], 0, 59),
    field(words[1], 0, 23),
    field(words[2], 1, 31),
    field(words[3], 1, 12, months),
    field(words[4], 0, 7, days),
  ]
  if (words.length !== 5 || !minute || !hour || !day || !month || !weekday) return undefined
  const isAnyDay = words[2]?.startsWith('*') || words[2] === '?'
  const isAnyWeekday = words[4]?.startsWith('*') || words[4] === '?'
  const fitsDay = (date: Date): boolean => {
    const byDay = day.has(date.getUTCDate())
    const byWeekday = weekday.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekday.has(7))
    // Where both are given one of them is enough.
    return isAnyDay || isAnyWeekday ? byDay && byWeekday : byDay || byWeekday
  }
  return { next: after => search(after, { minute, hour, month, fitsDay }) }
}

interface Fields {
  readonly minute: ReadonlySet<number>
  readonly hour: ReadonlySet<number>
  readonly month: ReadonlySet<number>
  fitsDay(date: Date): boolean
}

const minuteLength = 60_000
const hourLength = 60 * minuteLength
const dayLength = 24 * hourLength

const search = (after: number, { minute, hour, month, fitsDay }: Fields): number | undefined => {
  let at = Math.floor(after / minuteLength) * minuteLength + minuteLength
  const last = after + 5 * 366 * dayLength
  while (at <= last) {
    const date = new Date(at)
    if (!month.has(date.getUTCMonth() + 1) || !fitsDay(date)) at = (Math.floor(at / dayLength) + 1) * dayLength
    else if (!hour.has(date.getUTCHours())) at = (Math.floor(at / hourLength) + 1) * hourLength
    else if (!minute.has(date.getUTCMinutes())) at += minuteLength
    else return at
  }
  return undefined
}

const interval = ([, hours = '0', minutes = '0', seconds = '0']: RegExpExecArray): Schedule | undefined => {
  const step = Number(hours) * hourLength + Number(minutes) * minuteLength + Number(seconds) * 1000
  return step > 0 ? { next: after => Math.floor(after / 1000) * 1000 + step } : undefined
}

/** The numbers of a field: `*`, `1-5`, `0/15`, `mon,wed`; undefined if it is none. */
const field = (
  text: string | undefined,
  least: number,
  most: number,
  names: readonly string[] = [],
): ReadonlySet<number> | undefined => {
  const numbers = new Set<number>()
  for (const part of text?.split(',') ?? []) {
    const [range = '', stepText] = part.split('/')
    const step = stepText === undefined ? 1 : Number(stepText)
    const [first, last = first] = range === '*' || range === '?' ? [least, most] : bounds(range, least, names)
    const end = stepText !== undefined && !range.includes('-') ? most : last
    if (first === undefined || end === undefined || !(step >= 1) || first < least || end > most) return undefined
    for (let number = first; number <= end; number += step) numbers.add(number)
  }
  return numbers.size > 0 ? numbers : undefined
}

const bounds = (range: string, least: number, names: readonly string[]): (number | undefined)[] =>
  range.split('-').map(word => {
    const named = names.indexOf(word.toLowerCase())
    if (named >= 0) return named + least
    return /^\d+$/.test(word) ? Number(word) : undefined
  })
