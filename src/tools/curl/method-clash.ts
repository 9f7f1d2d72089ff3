import type { Typed } from './arguments.ts'

/** What curl says of words that ask for two methods at once; undefined if they do not. */
export const methodClash = ({ values }: Typed): string | undefined => {
  const asked = [...(values.has('get') ? [] : senders), ...others].filter(([, flags]) =>
    flags.some(flag => values.has(flag)),
  )
  const [first, second] = asked
  if (!first || !second) return undefined
  return warning(`You can only select one HTTP request method! You asked for both ${first[0]} and ${second[0]}.`)
}

type Method = readonly [words: string, flags: readonly string[]]

const senders: readonly Method[] = [
  ['POST (-d, --data)', ['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']],
  ['multipart formpost (-F, --form)', ['form']],
]

const others: readonly Method[] = [
  ['PUT (-T, --upload-file)', ['upload-file']],
  ['HEAD (-I, --head)', ['head']],
]

const width = 79

/** curl parts its warnings at blanks, which stay where they were. */
const warning = (text: string): string => {
  const room = width - 'Warning: '.length
  if (text.length <= room) return `Warning: ${text}\n`
  const at = text.lastIndexOf(' ', room - 1)
  return `Warning: ${text.slice(0, at + 1)}\n${warning(text.slice(at + 1))}`
}
