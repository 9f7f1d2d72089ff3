import type { Client } from '../api/client.ts'
import type { NodeAgent } from '../api/kubelet.ts'
import type { User } from '../api/rbac.ts'
import { createLocalClient } from '../apiserver/local-client.ts'
import type { Header } from '../store/header.ts'
import type { LockWorld } from '../store/lock.ts'
import type { Clock } from '../util/clock.ts'
import type { ClusterConfig } from './config.ts'
import { createSession, type Session } from './session.ts'

export interface OpenOptions extends LockWorld {
  readonly clock: Clock
  /** The cluster's own folder; made if it is not there. */
  readonly folder: string
  /** The package's folder of manifests. */
  readonly manifests: string
  /** How to create the cluster if it is not there yet. */
  config(): ClusterConfig
}

/** A cluster in a folder, open for this process. */
export interface OpenCluster {
  readonly session: Session
  client(options: { warn(text: string): void; user?: User | undefined }): Client
  kubelet(): Promise<NodeAgent>
  /** Writes what was changed, and lets others have the cluster. */
  close(): void
}

/** Opens the cluster in a folder, or creates it there with the first request. */
export const openCluster = (options: OpenOptions): OpenCluster => {
  const { folder, files, manifests } = options
  const session = createSession({
    ...options,
    path: `${folder}/state.json`,
    settingsOf: configOfHeader,
    async birth() {
      files.mkdirSync(folder, { recursive: true })
      const { fillCluster, newHeader } = await import('./bootstrap.ts')
      const config = options.config()
      return { header: newHeader(config), fill: server => fillCluster(server, config, { files, manifests }) }
    },
  })
  return {
    session,
    client: options => createLocalClient({ backend: session, ...options }),
    async kubelet() {
      const { createKubelet } = await import('./kubelet.ts')
      return createKubelet(session)
    },
    close: () => session.flush(),
  }
}

// The header's cluster is what newHeader put there.
export const configOfHeader = ({ cluster }: Header): ClusterConfig =>
  cluster as Readonly<Record<string, unknown>> & ClusterConfig
