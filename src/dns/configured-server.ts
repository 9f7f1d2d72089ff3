import type { ConfigMap } from '../api/generated/types.ts'
import { defaultCorefile } from './default-corefile.ts'
import { keptWhile } from './kept.ts'
import { createNameServer, type NameServer } from './server.ts'
import { reloadLog } from './start-log.ts'
import type { World } from './world.ts'

/** A CoreDNS that is configured by ConfigMap kube-system/coredns. */
export interface ConfiguredServer {
  /** The server with the configuration of now; a broken one leaves it as it was. */
  current(): NameServer
}

/** Starts it in a world whose files are the keys of the ConfigMap. */
export const configuredServer = (world: World): ConfiguredServer => {
  const { view, revision, log } = world
  const data = (): ConfigMap['data'] => view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')?.data
  const corefileOf = keptWhile(revision, () => data()?.Corefile)
  const readFile = (path: string): string | undefined => data()?.[path.replace('/etc/coredns/', '')]
  const own = { ...world, env: { ...world.env, readFile }, file: '/etc/coredns/Corefile' }
  let server: NameServer | undefined
  let seen: string | undefined
  const report = (corefile: string, error: string | undefined): void => {
    for (const line of reloadLog(corefile, error)) log(line)
  }
  // What worked last stands in for what does not, as CoreDNS goes on with what it has.
  const configure = <T>(corefile: string | undefined, use: (corefile: string) => T): T | undefined => {
    const former = (view.formerCorefiles ?? []).map(({ text }) => text)
    for (const text of corefile === undefined ? former : [corefile, ...former]) {
      const { done, error } = tried(() => ({ value: use(text) }))
      if (text === corefile && (server || error !== undefined)) report(text, error)
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

const tried = <T>(make: () => T): { readonly done?: T; readonly error?: string } => {
  try {
    return { done: make() }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
