/** What wget was told, in either of its dialects. */
export interface WgetOptions {
  readonly quiet: boolean
  /** Only a line of what came. */
  readonly brief: boolean
  /** `-` is stdout. */
  readonly output: string | undefined
  /** Milliseconds. */
  readonly timeout: number | undefined
  readonly tries: number
  readonly spider: boolean
  readonly showHeaders: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly method: string | undefined
  readonly userAgent: string | undefined
  readonly insecure: boolean
  readonly urls: readonly string[]
}

export class WgetUsageError extends Error {
  override readonly name = 'WgetUsageError'
}

const switches: Readonly<Record<string, string>> = {
  q: 'quiet',
  S: 'server-response',
  c: 'continue',
  v: 'verbose',
  d: 'debug',
}
const taking: Readonly<Record<string, string>> = {
  O: 'output-document',
  T: 'timeout',
  t: 'tries',
  U: 'user-agent',
  P: 'directory-prefix',
  Y: 'proxy',
  o: 'output-file',
  e: 'execute',
}
const longSwitches = [
  'spider',
  'no-check-certificate',
  'no-verbose',
  'no-proxy',
  'no-cache',
  'no-hsts',
  'content-on-error',
]
const longTaking = [
  'header',
  'post-data',
  'body-data',
  'method',
  'connect-timeout',
  'read-timeout',
  'max-redirect',
  'user',
  'password',
]

/** Reads wget's words. Throws WgetUsageError. */
export const readWget = (argv: readonly string[]): WgetOptions => {
  const values = new Map<string, readonly string[]>()
  const urls: string[] = []
  const words = [...argv]
  const add = (name: string, value = ''): void => void values.set(name, [...(values.get(name) ?? []), value])
  const next = (word: string): string => {
    const value = words.shift()
    if (value === undefined) throw new WgetUsageError(`option requires an argument -- '${word.replace(/^-+/, '')}'`)
    return value
  }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    if (word === '--') urls.push(...words.splice(0))
    else if (name) takeLong(name, inline, { add, next })
    else if (word.startsWith('-') && word.length > 1) takeShort(word, { add, next })
    else urls.push(word)
  }
  return optionsOf(values, urls)
}

interface Taking {
  add(name: string, value?: string): void
  next(word: string): string
}

const takeLong = (name: string, inline: string | undefined, { add, next }: Taking): void => {
  if (longSwitches.includes(name) || Object.values(switches).includes(name)) add(name)
  else if (longTaking.includes(name) || Object.values(taking).includes(name)) add(name, inline ?? next(name))
  else throw new WgetUsageError(`unrecognized option '--${name}'`)
}

/** `-qO-`, `-T 2`, `-nv`. */
const takeShort = (word: string, { add, next }: Taking): void => {
  if (word === '-nv') {
    add('no-verbose')
    return
  }
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at)
    const name = switches[letter] ?? taking[letter]
    if (!name) throw new WgetUsageError(`invalid option -- '${letter}'`)
    if (switches[letter]) add(name)
    else {
      add(name, word.slice(at + 1) || next(letter))
      return
    }
  }
}

const optionsOf = (values: ReadonlyMap<string, readonly string[]>, urls: readonly string[]): WgetOptions => {
  const last = (name: string): string | undefined => values.get(name)?.at(-1)
  const seconds = Number(last('connect-timeout') ?? last('timeout') ?? 0)
  const headers = (values.get('header') ?? []).map(header => /^([^:]+):\s*(.*)$/s.exec(header) ?? [])
  return {
    quiet: values.has('quiet'),
    brief: values.has('no-verbose'),
    output: last('output-document'),
    timeout: seconds > 0 ? seconds * 1000 : undefined,
    tries: Number(last('tries') ?? 20),
    spider: values.has('spider'),
    showHeaders: values.has('server-response'),
    headers: Object.fromEntries(headers.map(([, name = '', value = '']) => [name.toLowerCase(), value])),
    body: last('post-data') ?? last('body-data'),
    method: last('method'),
    userAgent: last('user-agent'),
    insecure: values.has('no-check-certificate'),
    urls,
  }
}
