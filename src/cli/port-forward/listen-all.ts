import { hasCode } from '../../util/files.ts'
import { Failure } from '../errors.ts'
import type { Context } from '../verb.ts'
import type { Listener, Listening } from '../world/world.ts'
import { hostPort, type ListenAddress } from './addresses.ts'
import type { PortPair } from './ports.ts'

/** What to do with connections; the local port is known once somebody listens. */
type Handlers = (pair: { readonly remote: number; local(): number }) => Pick<Listening, 'onConnection' | 'onRequest'>

/** Listens for each pair of ports on each address, and says so. Throws if it can for none of them. */
export const listenAll = async (
  pairs: readonly PortPair[],
  { addresses, handlers }: { readonly addresses: readonly ListenAddress[]; readonly handlers: Handlers },
  { world, io }: Context,
): Promise<readonly Listener[]> => {
  const listeners: Listener[] = []
  const listenOn = async (pair: PortPair): Promise<boolean> => {
    const errors: { readonly address: ListenAddress; readonly text: string }[] = []
    let { local } = pair
    const handle = handlers({ remote: pair.remote, local: () => local })
    for (const address of addresses) {
      try {
        const { host } = address
        // The port that was free at the first address is wanted at the others, too.
        const listener = await world.listen({ host, port: local, ...handle })
        local = listener.port
        listeners.push(listener)
        io.out.write(`Forwarding from ${hostPort(host, local)} -> ${pair.remote}\n`)
      } catch (error) {
        errors.push({ address, text: listenError(error, address.host, local) })
      }
    }
    const isEnough = errors.length < addresses.length && errors.every(({ address }) => address.isOptional)
    if (isEnough) return true
    const texts = errors.map(({ text }) => text).join(' ')
    io.err.write(
      `Unable to listen on port ${pair.local}: Listeners failed to create with the following errors: [${texts}]\n`,
    )
    return false
  }
  const results: boolean[] = []
  for (const pair of pairs) results.push(await listenOn(pair))
  if (results.includes(true)) return listeners
  for (const listener of listeners) listener.close()
  const ports = pairs.map(({ local, remote }) => `{${local} ${remote}}`).join(' ')
  throw new Failure(`unable to listen on any of the requested ports: [${ports}]`)
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'address already in use',
  EACCES: 'permission denied',
  EADDRNOTAVAIL: 'cannot assign requested address',
  EAFNOSUPPORT: 'address family not supported by protocol',
}

const listenError = (error: unknown, host: string, port: number): string => {
  const code = Object.keys(reasons).find(known => hasCode(error, known))
  const why = code ? reasons[code] : String(error)
  const call = code === 'EAFNOSUPPORT' ? 'socket' : 'bind'
  const family = host.includes(':') ? 'tcp6' : 'tcp4'
  return `unable to create listener: Error listen ${family} ${hostPort(host, port)}: ${call}: ${why}`
}
