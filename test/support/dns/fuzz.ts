import { CorefileError } from '../../../src/dns/corefile/corefile-error.ts'
import { defaultCorefile } from '../../../src/dns/default-corefile.ts'
import { decodeReply } from '../../../src/dns/wire/decode.ts'
import { encodeQuery } from '../../../src/dns/wire/encode.ts'
import { handlePacket } from '../../../src/dns/wire/handle.ts'
import { WireError } from '../../../src/dns/wire/wire-error.ts'
import { type Random, seededRandom } from '../../../src/util/random.ts'
import { aQuery, aServer } from './dns-world.ts'
import { objectsOf } from './fixture-view.ts'

export interface FuzzOptions {
  readonly seed: number
  readonly count: number
  /** Milliseconds of real time, from the one who runs it. */
  readonly now: () => number
  /** Stops then. */
  readonly until?: number
}

export interface FuzzResult {
  readonly done: number
  /** Inputs that took more than 5 ms each time they were tried. */
  readonly slow: readonly string[]
}

const names = [
  'web.default.svc.cluster.local.',
  'workers.prod.svc.cluster.local.',
  '_http._tcp.web.default.svc.cluster.local.',
  '10.10.96.10.in-addr.arpa.',
  '1-2-3-4.default.pod.cluster.local.',
  'www.example.com.',
  `${'a.'.repeat(120)}`,
  '.',
]
const types = ['A', 'AAAA', 'SRV', 'PTR', 'TXT', 'SOA', 'NS', 'ANY', 'AXFR', 'TYPE65280']
const edns = { version: 0, udpSize: 1232, dnssecOk: true, options: [{ code: 10, data: new Uint8Array(8) }] }

const pick = <T>(random: Random, list: readonly T[]): T => {
  const item = list[random.below(list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Mutated packets to a server and to a client's decoder: none may throw, and none may be slow. */
export const fuzzPackets = async (options: FuzzOptions): Promise<FuzzResult> => {
  const random = seededRandom(options.seed)
  const server = aServer(defaultCorefile, { objects: objectsOf(['dns-fixtures/kubeadm-default.yaml']), random })
  const source = { address: '127.0.0.1', port: 5000 }
  return run(options, async () => {
    const query = aQuery(pick(random, names), pick(random, types), random.below(2) ? { edns } : {})
    const bytes = mutated(encodeQuery(query), random)
    const transport = random.below(2) ? 'udp' : 'tcp'
    return {
      label: Buffer.from(bytes).toString('hex'),
      async run() {
        const replies = await handlePacket(bytes, { source, transport }, server.exchange)
        for (const reply of replies) decodeTolerantly(mutated(reply, random))
      },
    }
  })
}

const decodeTolerantly = (bytes: Uint8Array): void => {
  try {
    decodeReply(bytes, 'external')
  } catch (error) {
    if (!(error instanceof WireError)) throw error
  }
}

const mutated = (bytes: Uint8Array, random: Random): Uint8Array => {
  let result: Uint8Array = bytes.slice()
  for (let turn = random.below(6); turn > 0; turn--) result = mutatedOnce(result, random)
  return result
}

const mutatedOnce = (bytes: Uint8Array, random: Random): Uint8Array => {
  const at = random.below(bytes.length + 1)
  switch (random.below(5)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(random.below(bytes.length + 1))].slice(0, 4096))
    case 2:
      return bytes.map((byte, index) => (index === at ? pick(random, [0, 0xc0, 0xff, 0x3f, 12, 1]) : byte))
    default:
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte))
  }
}

const words = [
  ...[
    '{',
    '}',
    '{\n',
    '\n}\n',
    '\n',
    '"',
    '\\',
    '#',
    '.',
    'cluster.local',
    'in-addr.arpa',
    '10.0.0.0/9',
    '::/1',
    ':53',
    '0',
  ],
  ...[
    'kubernetes',
    'forward',
    'cache',
    'rewrite',
    'name',
    'regex',
    '(.*)',
    'hosts',
    'template',
    'IN',
    'ANY',
    'match',
    'log',
  ],
  ...[
    'answer',
    '{{',
    '}}',
    '{{ .Name }}',
    'errors',
    'import',
    '(x)',
    'x',
    'pods',
    'ttl',
    '30',
    '-1',
    'acl',
    'block',
    'net',
  ],
  ...[
    'dns64',
    'chaos',
    'loadbalance',
    'prefer',
    'edns0',
    'cname',
    'serve_stale',
    'consolidate',
    'next',
    'failover',
    'k8s_external',
    'autopath',
    '@kubernetes',
    'transfer',
    'to',
    '*',
    'header',
    'set',
    'fallthrough',
    'file',
    'whoami',
  ],
]

/** Mutated Corefiles: each is a server that answers, or an error in words. */
export const fuzzCorefiles = async (options: FuzzOptions): Promise<FuzzResult> => {
  const random = seededRandom(options.seed)
  return run(options, async () => {
    const text = mutatedText(defaultCorefile, random)
    return {
      label: text,
      async run() {
        const server = serverOrError(text)
        if (server) await server.answer(aQuery(pick(random, names), pick(random, types)))
      },
    }
  })
}

const serverOrError = (text: string): ReturnType<typeof aServer> | undefined => {
  try {
    return aServer(text)
  } catch (error) {
    if (error instanceof CorefileError || (error instanceof Error && error.name === 'CorefileError')) return undefined
    throw error
  }
}

const mutatedText = (text: string, random: Random): string => {
  let result = text
  for (let turn = random.below(8); turn > 0; turn--) {
    const [at, to] = [random.below(result.length + 1), random.below(result.length + 1)]
    const middle = random.below(3) === 0 ? '' : ` ${pick(random, words)} `
    result = result.slice(0, at) + middle + result.slice(random.below(3) === 0 ? to : at)
  }
  return result.slice(0, 5000)
}

interface Attempt {
  readonly label: string
  run(): Promise<void>
}

const limit = 5

const run = async ({ count, now, until }: FuzzOptions, next: () => Promise<Attempt>): Promise<FuzzResult> => {
  const slow: string[] = []
  let done = 0
  for (; done < count && (until === undefined || now() < until); done++) {
    const attempt = await next()
    if (await isSlow(attempt, now)) slow.push(attempt.label)
  }
  return { done, slow }
}

// The machine may have paused: only what is slow again and again is slow.
const isSlow = async (attempt: Attempt, now: () => number): Promise<boolean> => {
  for (let turn = 0; turn < 6; turn++) if ((await timed(attempt, now)) <= limit) return false
  return true
}

const timed = async (attempt: Attempt, now: () => number): Promise<number> => {
  const start = now()
  try {
    await attempt.run()
  } catch (error) {
    throw new Error(`failed on ${JSON.stringify(attempt.label)}`, { cause: error })
  }
  return now() - start
}
