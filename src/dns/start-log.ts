import { createHash } from 'node:crypto'
import type { Directive } from './corefile/directive.ts'
import { serverAddresses } from './corefile/normalize.ts'
import { parseCorefile } from './corefile/parse.ts'

/** The lines that CoreDNS begins its log with under a Corefile that works; none for one that does not even parse. */
export const startLog = (corefile: string): readonly string[] => {
  try {
    const blocks = parseCorefile(corefile, { knows: () => true })
    const places = blocks.flatMap(({ keys, directives }) => keys.map(key => `${placeOf(key)}${boundTo(directives)}`))
    return [
      'maxprocs: Leaving GOMAXPROCS=2: CPU quota undefined',
      ...new Set(places),
      `[INFO] plugin/reload: Running configuration SHA512 = ${digest(blocks)}`,
      'CoreDNS-1.14.7',
      'linux/amd64, go1.26.10, 4b26cce',
    ]
  } catch {
    return []
  }
}

const placeOf = (key: string): string =>
  serverAddresses(key)
    .map(({ zone, port }) => `${zone}:${port}`)
    .join('\n')

const boundTo = (directives: readonly Directive[]): string => {
  const addresses = directives.filter(({ name }) => name === 'bind').flatMap(({ args }) => args)
  return addresses.length === 0 ? '' : ` on ${addresses.join(' ')}`
}

// Of what the Corefile says, so that comments and blanks do not count.
const digest = (blocks: ReturnType<typeof parseCorefile>): string =>
  createHash('sha512')
    .update(JSON.stringify(blocks, (key, value) => (key === 'line' ? undefined : value)))
    .digest('hex')

/** The lines that follow when a Corefile replaces another: that it is in force, or why it is not. */
export const reloadLog = (corefile: string, error: string | undefined): readonly string[] => {
  if (error === undefined) {
    const [, ...lines] = startLog(corefile)
    const running = lines.find(line => line.includes('SHA512'))
    return ['[INFO] Reloading', ...(running ? [running] : []), '[INFO] Reloading complete']
  }
  if (error.includes(' - Syntax error: ')) return [`[WARNING] plugin/reload: Corefile parse failed: ${error}`]
  return [
    '[INFO] Reloading',
    `[ERROR] Restart failed: ${error}`,
    `[ERROR] plugin/reload: Corefile changed but reload failed: ${error}`,
  ]
}
