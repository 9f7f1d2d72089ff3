import { seededRandom } from '../util/random.ts'
import { createNameServer } from './server.ts'

const nothing = { get: () => undefined, list: () => [] }

/** What is wrong with a Corefile, in CoreDNS's words; undefined if it works. */
export const checkCorefile = (
  corefile: string,
  { file = '/etc/coredns/Corefile', readFile = () => '' }: CheckOptions = {},
): string | undefined => {
  try {
    createNameServer({
      corefile,
      file,
      view: nothing,
      clock: { now: () => 0 },
      random: seededRandom(0),
      exchange: async () => ({ outcome: 'timeout' }),
      log: () => {},
      env: { upstreams: [], addresses: [], readFile },
    })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

interface CheckOptions {
  /** The name that the message begins with. */
  readonly file?: string | undefined
  readonly readFile?: ((path: string) => string | undefined) | undefined
}
