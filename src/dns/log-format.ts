import type { Answer } from './answer.ts'
import type { Query } from './message.ts'
import { lower } from './names.ts'
import { messageSize, querySize } from './wire/size.ts'

/** A query and what came of it as a text. */
export type LogFormat = (query: Query, reply: Answer) => string

const common =
  '{remote}:{port} - {>id} "{type} {class} {name} {proto} {size} {>do} {>bufsize}" {rcode} {>rflags} {rsize} {duration}'

/** The format that a `log` line has, `{common}` if it has none. What stands in braces and is not known prints as `-`. */
export const logFormat = (text = common): LogFormat => {
  const whole = text.replaceAll('{common}', common).replaceAll('{combined}', `${common} "{>opcode}"`)
  const parts = whole.split(/(\{[^{}]*\})/)
  return (query, reply) => parts.map(part => (/^\{.*\}$/.test(part) ? shown(part, query, reply) : part)).join('')
}

const shown = (label: string, query: Query, reply: Answer): string =>
  Object.hasOwn(labels, label) ? (labels[label]?.(query, reply) ?? '-') : '-'

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

const labels: Readonly<Record<string, LogFormat>> = {
  '{type}': ({ question }) => question.type,
  '{name}': ({ question }) => lower(question.name),
  '{class}': ({ question }) => question.class,
  '{proto}': ({ transport }) => transport,
  '{size}': query => String(querySize(query)),
  '{remote}': ({ source }) => bracketed(source.address),
  '{port}': ({ source }) => String(source.port),
  '{>id}': ({ id }) => String(id),
  '{>opcode}': ({ opcode }) => (opcode === 'NOTIFY' ? '4' : '0'),
  '{>do}': ({ edns }) => String(edns?.dnssecOk ?? false),
  '{>bufsize}': ({ edns }) => String(Math.max(edns?.udpSize ?? 512, 512)),
  '{rcode}': (_, { rcode }) => rcode,
  '{>rflags}': ({ flags: { rd, cd } }, { aa, tc, ra, ad }) =>
    ['qr', aa && 'aa', tc && 'tc', rd && 'rd', ra && 'ra', ad && 'ad', cd && 'cd'].filter(Boolean).join(','),
  // The log stands before the answer is cut to the client.
  '{rsize}': (query, reply) => String(messageSize({ ...query, edns: undefined }, reply)),
  // Time stands still while the server works; a tenth of a millisecond is what its own work takes on a real one.
  '{duration}': (_, { milliseconds }) => `${(milliseconds / 1000 + 0.0001).toFixed(9)}s`,
}
