import type { Kubeconfig } from '../api/kubeconfig.ts'
import { impliedGroups } from '../api/rbac.ts'
import type { ClientOptions, Io, World } from '../cli/world/world.ts'
import { type Clusters, createClusters } from '../cluster/clusters.ts'
import { profiles } from '../cluster/config.ts'
import type { OpenCluster } from '../cluster/open.ts'
import { advanced, following, frozen } from '../cluster/simulated-clock.ts'
import type { Clock } from '../util/clock.ts'
import { seededRandom } from '../util/random.ts'
import { files } from './files.ts'
import { spawn } from './spawn.ts'

export interface HostOptions {
  readonly io: Io
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly clock: Clock
  readonly pid: number
  /** Where clusters are kept. */
  readonly home: string
  /** The folder of the installed package: its manifests are there. */
  readonly packageFolder: string
}

/** The world of a process on this machine, and the call that ends its hold on clusters. */
export const createWorld = (options: HostOptions): { readonly world: World; close(): void } => {
  const { io, env, cwd, clock } = options
  const clusters = clustersOf(options)
  const opened = new Map<string, OpenCluster>()
  const open = (name = currentCluster(clusters.kubeconfig())): OpenCluster => {
    const known = opened.get(name) ?? clusters.open(name)
    opened.set(name, known)
    return known
  }
  const close = (): void => {
    for (const cluster of opened.values()) cluster.close()
    opened.clear()
  }

  const world: World = {
    io,
    env,
    cwd,
    files,
    clock,
    spawn,
    clusters: {
      ...clusters,
      profiles,
      create: async choices => (await clusters.create(choices)).context,
      describe: clusters.config,
    },
    openClient: async ({ cluster, user, groups = [], onWarning }: ClientOptions) =>
      open(cluster).client({
        warn: onWarning,
        user: user === undefined ? undefined : { name: user, groups: [...groups, ...impliedGroups(user)] },
      }),
    openKubelet: name => open(name).kubelet(),
    openTerminal: async () => (await import('./terminal.ts')).openTerminal(),
    listen: async listening => (await import('./listen.ts')).listen(listening),
    async openRest(name) {
      const { restOf } = await import('./rest.ts')
      return restOf(open(name).session, sleep)
    },
    serveHttp: async (at, handler) => (await import('./serve-http.ts')).serveHttp(at, handler),
    async serveDns(name, at) {
      const { serveDns } = await import('./dns-server.ts')
      const { session } = open(name)
      const { port, close: stop } = await serveDns({ ...at, session, realDns: at.realDns ? askReal : undefined })
      return { port, close: () => void stop() }
    },
    realDns: askReal,
    interrupted: () =>
      new Promise(resolve => {
        for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve())
      }),
    release() {
      for (const cluster of opened.values()) cluster.close()
    },
    wait: sleep,
    openView: name =>
      open(name).session.read(({ view, settings, now, chance }) => ({
        cluster: view,
        settings,
        now,
        random: seededRandom(chance ^ now),
      })),
    async openClock(name) {
      const { session } = open(name)
      return {
        show: () => session.read(({ now, isFrozen }) => ({ now, frozen: isFrozen })),
        advance: milliseconds => session.setClock(setting => advanced(setting, milliseconds)),
        freeze: () => session.setClock(frozen),
        follow: () => session.setClock(following),
      }
    },
  }
  return { world, close }
}

const currentCluster = ({ contexts, 'current-context': current }: Kubeconfig): string =>
  contexts.find(({ name }) => name === current)?.context.cluster ?? current

const clustersOf = ({ env, clock, pid, home, packageFolder }: HostOptions): Clusters =>
  createClusters({
    files,
    clock,
    pid,
    isAlive,
    sleep,
    home,
    manifests: `${packageFolder}/manifests`,
    profile: env.KUBESIM_PROFILE,
  })

const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const askReal: World['realDns'] = async query => (await import('./real-dns.ts')).realDns(query)
