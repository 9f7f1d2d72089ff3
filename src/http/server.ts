import type { Client } from '../api/client.ts'
import type { Kubelet } from '../api/kubelet.ts'
import type { User } from '../api/rbac.ts'
import type { ClusterView } from '../api/view.ts'
import type { Random } from '../util/random.ts'
import type { RememberedLists } from './objects/remembered-lists.ts'

/** What the REST interface stands on. */
export interface RestWorld {
  /** A client for one request: `warn` hears what the API server warns of. */
  openClient(options: { readonly user: User | undefined; warn(text: string): void }): Promise<Client>
  openKubelet(): Promise<Kubelet>
  /** The cluster as kube-proxy sees it. */
  look(): Promise<{ readonly cluster: ClusterView; readonly random: Random }>
  /** Lets real time go by, in milliseconds. */
  wait(milliseconds: number): Promise<void>
}

/** A request on its way through the server. */
export interface Call {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly signal: AbortSignal | undefined
  readonly client: Client
  readonly world: RestWorld
  readonly lists: RememberedLists
  /** Puts a warning into the answer's headers. */
  warn(text: string): void
}
