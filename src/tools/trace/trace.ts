import type { ContainerResponse } from '../../api/behaviour.ts'
import { type Resolution, resolve } from '../../dns/resolver/resolve.ts'
import { searchWalk } from '../../dns/resolver/search-list.ts'
import type { Route } from '../../network/packet.ts'
import { authorityOf, type HttpUrl } from '../http/url.ts'
import type { ToolWorld } from '../tool.ts'

/** One request, with all that was decided on its way. */
export interface Trace {
  readonly url: HttpUrl
  readonly resolution: Resolution
  /** The names that the resolver would ask for, in order. */
  readonly search: readonly string[]
  /** The address that was taken; undefined where the name did not resolve. */
  readonly address?: string | undefined
  /** Addresses that were tried before it and failed. */
  readonly failed: readonly { readonly address: string; readonly route: Route }[]
  readonly route?: Route | undefined
  readonly response?: ContainerResponse | undefined
  /** Milliseconds from the first question to the end. */
  readonly milliseconds: number
}

/** Sends one GET request, and tells of everything on its way. */
export const trace = async (world: ToolWorld, url: HttpUrl): Promise<Trace> => {
  const begun = world.clock.now()
  const search = searchWalk(url.host, world.resolvConf, world.libc).names
  const resolution = await resolve(world, url.host)
  const known = { url, resolution, search }
  const failed: { address: string; route: Route }[] = []
  for (const [index, address] of resolution.addresses.entries()) {
    const connection = await world.connect({ address, port: url.port, protocol: 'TCP' })
    world.wait(connection.milliseconds)
    const { route } = connection
    const isLast = index === resolution.addresses.length - 1
    if (route.outcome.outcome !== 'delivered' && !isLast) {
      failed.push({ address, route })
      continue
    }
    const response = route.outcome.outcome === 'delivered' ? await connection.request(requestOf(url)) : undefined
    return { ...known, failed, address, route, response, milliseconds: world.clock.now() - begun }
  }
  return { ...known, failed, milliseconds: world.clock.now() - begun }
}

const requestOf = (url: HttpUrl) => ({
  method: 'GET',
  path: url.path,
  headers: { host: authorityOf(url), 'user-agent': 'kubesim-trace', accept: '*/*' },
  body: '',
  encrypted: url.scheme === 'https',
})
