import { goQuote } from './go-quote.ts'

const layout = '2006-01-02T15:04:05Z07:00'

/** The parts of Go's layout, in order, with what they may stand for. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['2006', /^\d{4}/],
  ['-', /^-/],
  ['01', /^\d\d/],
  ['-', /^-/],
  ['02', /^\d\d/],
  ['T', /^T/],
  ['15', /^\d\d?/],
  [':', /^:/],
  ['04', /^\d\d/],
  [':', /^:/],
  ['05', /^\d\d(?:[.,]\d+)?/],
  ['Z07:00', /^(?:Z|[-+]\d\d:\d\d)/],
]

/** What Go says of a time that is not of RFC 3339; undefined of one that is. */
export const goTimeFault = (text: string): string | undefined => {
  const numbers: string[] = []
  let rest = text
  for (const [part, pattern] of parts) {
    const found = pattern.exec(rest)?.[0]
    const outside = found === undefined ? undefined : rangeFault(part, found)
    if (outside) return `parsing time ${goQuote(text)}: ${outside} out of range`
    if (found === undefined) {
      return `parsing time ${goQuote(text)} as "${layout}": cannot parse ${goQuote(rest)} as ${goQuote(part)}`
    }
    if (/\d/.test(part)) numbers.push(found)
    rest = rest.slice(found.length)
  }
  return rest === '' ? dayFault(text, numbers) : `parsing time ${goQuote(text)}: extra text: ${goQuote(rest)}`
}

const ranges: Readonly<Record<string, readonly [string, number, number]>> = {
  '01': ['month', 1, 12],
  15: ['hour', 0, 23],
  '04': ['minute', 0, 59],
  '05': ['second', 0, 59],
}

const rangeFault = (part: string, found: string): string | undefined => {
  const [name = '', least = 0, most = 0] = ranges[part] ?? []
  const value = Math.trunc(Number(found.replace(',', '.')))
  return name && (value < least || value > most) ? name : undefined
}

// The length of a month is known only with its year.
const dayFault = (text: string, [year, month, day]: readonly string[]): string | undefined => {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const isWithin = Number(day) >= 1 && Number(day) <= days
  return isWithin ? undefined : `parsing time ${goQuote(text)}: day out of range`
}
