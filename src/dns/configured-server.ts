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
  const corefileOf = keptWhile(revision, () => data()?.Corefile ?? defaultCorefile)
  const env = { ...world.env, readFile: (path: string) => data()?.[path.replace('/etc/coredns/', '')] }
  const server = createNameServer({ ...world, env, corefile: defaultCorefile, file: '/etc/coredns/Corefile' })
  let seen: string | undefined
  return {
    current() {
      const corefile = corefileOf()
      if (corefile !== seen) tryReload(server, corefile, seen === undefined, log)
      seen = corefile
      return server
    },
  }
}

const tryReload = (server: NameServer, corefile: string, isFirst: boolean, write: (line: string) => void): void => {
  const error = reloadError(server, corefile)
  if (!isFirst || error !== undefined) for (const line of reloadLog(corefile, error)) write(line)
}

const reloadError = (server: NameServer, corefile: string): string | undefined => {
  try {
    server.reload(corefile)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
