import type { Transport } from '../../src/dns/message.ts'
import { parseResolvConf } from '../../src/dns/resolver/resolv-conf.ts'
import type { Run, ToolWorld } from '../../src/tools/tool.ts'
import { seededRandom } from '../../src/util/random.ts'

/** The resolv.conf of the recordings: a pod of namespace default. */
export const podResolvConf = parseResolvConf(
  'search default.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n',
)

export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
  /** Simulated time that went by. */
  readonly seconds: number
}

/** Runs a tool in a pod of namespace default that reaches name servers through this transport. */
export const runTool = async (
  run: Run,
  words: readonly string[],
  transport: Transport,
  changes: Partial<ToolWorld> = {},
): Promise<Ran> => {
  let stdout = ''
  let stderr = ''
  let now = Date.UTC(2026, 10, 20, 9, 37, 39)
  const start = now
  const code = await run(words, {
    out: { write: text => (stdout += text) },
    err: { write: text => (stderr += text) },
    transport,
    connect: async () => {
      throw new Error('this test has a name server, and no network')
    },
    files: {
      read: path => {
        throw new Error(`no file ${path}`)
      },
      write: () => {},
    },
    resolvConf: podResolvConf,
    hosts: [],
    libc: 'glibc',
    clock: { now: () => now },
    random: seededRandom(1),
    address: '10.244.1.5',
    wait: milliseconds => {
      now += milliseconds
    },
    ...changes,
  })
  return { stdout, stderr, code, seconds: (now - start) / 1000 }
}
