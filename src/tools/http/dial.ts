import { resolve } from '../../dns/resolver/resolve.ts'
import type { Connection } from '../connection.ts'
import type { ToolWorld } from '../tool.ts'

/** One address that was tried. */
export interface Attempt {
  readonly address: string
  readonly connection: Connection
}

export type Dialled =
  | { readonly outcome: 'connected'; readonly attempts: readonly Attempt[]; readonly last: Attempt }
  | {
      readonly outcome: 'refused' | 'timeout' | 'noRoute'
      readonly attempts: readonly Attempt[]
      readonly last: Attempt
    }
  | { readonly outcome: 'unresolved'; readonly timedOut: boolean }

export interface Dialling {
  readonly host: string
  readonly port: number
  /** Addresses to take instead of asking for the name. */
  readonly addresses?: readonly string[] | undefined
  /** Milliseconds after which the program gives up; unset leaves that to the kernel. */
  readonly patience?: number | undefined
  readonly family?: 4 | 6 | undefined
}

/** Finds the addresses of a host and tries them in turn, as long as patience lasts: the world's time goes by. */
export const dial = async (
  world: ToolWorld,
  { host, port, addresses, patience = Number.POSITIVE_INFINITY, family }: Dialling,
): Promise<Dialled> => {
  const until = world.clock.now() + patience
  const found = addresses ?? (await resolve(world, host)).addresses
  const wanted = found.filter(address => family === undefined || address.includes(':') === (family === 6))
  if (wanted.length === 0) return { outcome: 'unresolved', timedOut: world.clock.now() >= until }
  let attempts: readonly Attempt[] = []
  for (const address of wanted) {
    const connection = await world.connect({ address, port, protocol: 'TCP' })
    const last = { address, connection }
    attempts = [...attempts, last]
    world.wait(Math.max(0, Math.min(connection.milliseconds, until - world.clock.now())))
    if (connection.route.outcome.outcome === 'delivered') return { outcome: 'connected', attempts, last }
    if (world.clock.now() >= until) return { outcome: 'timeout', attempts, last }
  }
  const last = attempts.at(-1) as Attempt
  return { outcome: last.connection.route.outcome.outcome as 'refused', attempts, last }
}
