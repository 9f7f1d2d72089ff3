import type { ConfigMap } from '../api/generated/types.ts'
import { defaultCorefile } from './default-corefile.ts'
import { keptWhile } from './kept.ts'
import { createNameServer, type NameServer } from './server.ts'
import type { World } from './world.ts'

/** A CoreDNS that is configured by ConfigMap kube-system/coredns. */
export interface ConfiguredServer {
  /** The server with the configuration of now; a broken one leaves it as it was. */
  current(): NameServer
}

/**
 * Starts it in a world whose files are the keys of the ConfigMap. What it prints of a change is for whoever reads the
 * log: it follows from what the ConfigMap held.
 */
export const configuredServer = (world: World): ConfiguredServer => {
  const { view, revision } = world
  const data = (): ConfigMap['data'] => view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')?.data
  const corefileOf = keptWhile(revision, () => data()?.Corefile)
  const readFile = (path: string): string | undefined => data()?.[path.replace('/etc/coredns/', '')]
  const own = { ...world, env: { ...world.env, readFile }, file: '/etc/coredns/Corefile' }
  let server: NameServer | undefined
  let seen: string | undefined
  // What worked last stands in for what does not, as CoreDNS goes on with what it has.
  const configure = <T>(corefile: string | undefined, use: (corefile: string) => T): T | undefined => {
    const former = (view.formerCorefiles ?? []).map(({ text }) => text)
    for (const text of corefile === undefined ? former : [corefile, ...former]) {
      const done = tried(() => ({ value: use(text) }))
      if (done) return done.value
    }
    return undefined
  }
  const start = (corefile: string): NameServer => createNameServer({ ...own, corefile })

  return {
    current() {
      const corefile = corefileOf()
      if (server && corefile === seen) return server
      if (server) configure(corefile, server.reload)
      else server = configure(corefile, start) ?? start(defaultCorefile)
      seen = corefile
      return server
    },
  }
}

const tried = <T>(make: () => T): T | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}
