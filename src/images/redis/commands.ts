import { tagOf } from '../image.ts'
import type { Process } from '../running.ts'
import type { Keys } from './keys.ts'
import { bulk, failure, simple, whole } from './resp.ts'

interface Command {
  /** How many words it may have, its name among them. */
  readonly words: readonly [least: number, most: number]
  run(words: readonly string[], keys: Keys, running: Process): string
}

const many = Number.POSITIVE_INFINITY
const noRoom = "-OOM command not allowed when used memory > 'maxmemory'.\r\n"

const commands: Readonly<Record<string, Command>> = {
  ping: { words: [1, 2], run: ([, text]) => (text === undefined ? simple('PONG') : bulk(text)) },
  echo: { words: [2, 2], run: ([, text]) => bulk(text) },
  get: { words: [2, 2], run: ([, key = ''], keys) => bulk(keys.get(key)) },
  set: {
    words: [3, many],
    run([, key = '', value = '', ...options], keys) {
      if (options.length > 0) return failure('syntax error')
      return keys.set(key, value) ? simple('OK') : noRoom
    },
  },
  del: { words: [2, many], run: ([, ...names], keys) => whole(names.filter(key => taken(key, keys)).length) },
  exists: {
    words: [2, many],
    run: ([, ...names], keys) => whole(names.filter(key => keys.get(key) !== undefined).length),
  },
  incr: { words: [2, 2], run: ([, key = ''], keys) => increment(key, keys) },
  dbsize: { words: [1, 1], run: (_, keys) => whole(keys.size) },
  info: { words: [1, many], run: (_, keys, running) => bulk(info(keys, running)) },
  select: { words: [2, 2], run: ([, index]) => (index === '0' ? simple('OK') : failure('DB index is out of range')) },
  client: { words: [2, many], run: () => simple('OK') },
  command: { words: [1, many], run: () => '*0\r\n' },
  quit: { words: [1, many], run: () => simple('OK') },
}

/** What the store answers to a command, as it comes over the wire. */
export const answerTo = (words: readonly string[], keys: Keys, running: Process): string => {
  const [name = '', ...rest] = words
  const lower = name.toLowerCase()
  const command = Object.hasOwn(commands, lower) ? commands[lower] : undefined
  if (!command) return failure(unknownCommand(name, rest))
  const [least, most] = command.words
  if (words.length < least || words.length > most) return failure(`wrong number of arguments for '${lower}' command`)
  return command.run(words, keys, running)
}

const unknownCommand = (name: string, rest: readonly string[]): string =>
  `unknown command '${name.slice(0, 128)}', with args beginning with: ${rest.map(word => `'${word}' `).join('')}`

const taken = (key: string, keys: Keys): boolean => keys.get(key) !== undefined && keys.set(key, undefined)

const increment = (key: string, keys: Keys): string => {
  const value = keys.get(key) ?? '0'
  if (!/^(0|-?[1-9]\d{0,18})$/.test(value)) return failure('value is not an integer or out of range')
  const next = BigInt(value) + 1n
  if (next > 2n ** 63n - 1n) return failure('increment or decrement would overflow')
  return keys.set(key, String(next)) ? whole(next) : noRoom
}

const info = (keys: Keys, { container }: Process): string => {
  const tag = tagOf(container.image)
  const version = /^\d+\.\d+\.\d+/.exec(tag)?.[0] ?? '7.4.1'
  const server = ['# Server', `redis_version:${version}`, 'redis_mode:standalone', 'process_id:1', 'tcp_port:6379']
  const replication = ['# Replication', 'role:master', 'connected_slaves:0']
  const keyspace = ['# Keyspace', ...(keys.size > 0 ? [`db0:keys=${keys.size},expires=0,avg_ttl=0`] : [])]
  return [server, replication, keyspace].map(lines => lines.map(line => `${line}\r\n`).join('')).join('\r\n')
}
