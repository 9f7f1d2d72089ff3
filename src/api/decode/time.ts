import { goQuote } from '../../util/go-quote.ts'
import { DecodeError } from './decode-error.ts'

const layouts = { time: '2006-01-02T15:04:05Z07:00', micro: '2006-01-02T15:04:05.000000Z07:00' } as const

export type TimeForm = keyof typeof layouts

/** Reads RFC 3339 as Go does and gives it as the server keeps it: in UTC, of whole seconds or of microseconds. */
export const canonicalTime = (text: string, form: TimeForm): string => {
  const layout = layouts[form]
  const date = parse(text, layout)
  const [seconds = ''] = date.toISOString().split('.')
  return form === 'time' ? `${seconds}Z` : `${seconds}.${microseconds(text)}Z`
}

const microseconds = (text: string): string => (/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(6, '0').slice(0, 6)

/** The parts of a time: how Go's layout names each, and what must stand there. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['2006', /^\d{4}/],
  ['-', /^-/],
  ['01', /^\d{2}/],
  ['-', /^-/],
  ['02', /^\d{2}/],
  ['T', /^T/],
  ['15', /^\d{2}/],
  [':', /^:/],
  ['04', /^\d{2}/],
  [':', /^:/],
  ['05', /^\d{2}/],
  ['.000000', /^\.\d+/],
  ['Z07:00', /^(?:Z|[-+]\d{2}:\d{2})/],
]

const parse = (text: string, layout: string): Date => {
  const read = readParts(text, layout)
  const [year = 0, , month = 0, , day = 0, , hour = 0, , minute = 0, , second = 0] = read.map(Number)
  const wrong = outOfRange({ year, month, day, hour, minute, second })
  if (wrong) throw new DecodeError(`parsing time ${goQuote(text)}: ${wrong} out of range`)
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offset(read.at(-1) ?? 'Z'))
}

const readParts = (text: string, layout: string): string[] => {
  const read: string[] = []
  let left = text
  for (const [name, pattern] of parts) {
    const fraction = name === '.000000'
    // A fraction of a second may stand behind the seconds even where the layout has none.
    if (fraction && !layout.includes('.') && !pattern.test(left)) continue
    const [found] = pattern.exec(left) ?? fail({ text, layout, left, name })
    if (!fraction) read.push(found)
    left = left.slice(found.length)
  }
  if (left !== '') throw new DecodeError(`parsing time ${goQuote(text)}: extra text: ${goQuote(left)}`)
  return read
}

interface Failure {
  readonly text: string
  readonly layout: string
  readonly left: string
  readonly name: string
}

const fail = ({ text, layout, left, name }: Failure): never => {
  throw new DecodeError(
    `parsing time ${goQuote(text)} as ${goQuote(layout)}: cannot parse ${goQuote(left)} as ${goQuote(name)}`,
  )
}

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const outOfRange = ({ year, month, day, hour, minute, second }: Moment): string | undefined => {
  if (month < 1 || month > 12) return 'month'
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return 'day'
  if (hour > 23) return 'hour'
  if (minute > 59) return 'minute'
  return second > 59 ? 'second' : undefined
}

const offset = (zone: string): number => {
  if (zone === 'Z') return 0
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
