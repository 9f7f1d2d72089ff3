import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import type { Client } from '../../api/client.ts'
import type { Kubeconfig } from '../../api/kubeconfig.ts'
import type { NodeAgent } from '../../api/kubelet.ts'
import type { ClusterSettings } from '../../api/resource.ts'
import type { RestHandler } from '../../api/rest.ts'
import type { ClusterView } from '../../api/view.ts'
import type { Terminal } from '../../pod/shell/terminal.ts'
import type { RealDns } from '../../tools/tool.ts'
import type { Clock } from '../../util/clock.ts'
import type { Files } from '../../util/files.ts'
import type { Random } from '../../util/random.ts'

/** Where a program writes. */
export interface Output {
  /** `look` says what the text is (`table`, `describe`, a format of -o), for the colours that it may get. */
  write(text: string, look?: string): void
  readonly isTerminal: boolean
  /** The width of the terminal, if it has one. */
  readonly columns?: number | undefined
}

/** Where a program reads. */
export interface Input {
  /** All of it, as text. */
  readAll(): Promise<string>
  readonly isTerminal: boolean
}

export interface Io {
  readonly in: Input
  readonly out: Output
  readonly err: Output
}

export interface ClientOptions {
  /** The cluster by its name in the kubeconfig; unset is that of the current context. */
  readonly cluster?: string | undefined
  /** Whom --as names; unset is the administrator. */
  readonly user?: string | undefined
  readonly groups?: readonly string[] | undefined
  /** Called with the text of every warning that the server sends along. */
  onWarning(text: string): void
}

/** The clusters of this machine, each a context. */
export interface Clusters {
  readonly kubeconfigPath: string
  /** As it is on disk, or as it would be made by the first command. */
  kubeconfig(): Kubeconfig
  setKubeconfig(config: Kubeconfig): void
  /** What a new cluster may be like; the first one is what a first command makes. */
  readonly profiles: readonly { readonly name: string; readonly summary: string }[]
  /**
   * Creates a cluster, makes it the current one, gives the name of its context. Throws RangeError over a bad choice.
   */
  create(choices: ClusterChoices): Promise<string>
  /** How a cluster (by its name in the kubeconfig) was created; undefined if it is not there yet. */
  describe(name: string): ClusterSettings | undefined
  delete(name: string): void
  /** Makes a cluster as it was when it was created. */
  reset(name: string): Promise<void>
  /** Writes a cluster's state to a file. */
  save(name: string, path: string): void
  /**
   * Makes a cluster of what `save` wrote, or of a dump of a real cluster, frozen as it stood unless told otherwise.
   * Gives the kinds of a dump that had to be left out.
   */
  load(name: string, path: string, options: { readonly frozen: boolean }): Promise<readonly string[]>
}

/** What a user may choose of a new cluster; the rest is its profile's. */
export interface ClusterChoices {
  readonly name?: string
  readonly profile?: string
  readonly seed?: number
  readonly podRange?: string
  readonly serviceRange?: string
  readonly secondaryServiceRange?: string
  readonly nodePorts?: { readonly from: number; readonly to: number }
  readonly clusterDomain?: string
  /** Milliseconds. */
  readonly startDelay?: number
  readonly ingress?: 'nginx'
  /** How many worker nodes, named and addressed as kind would. */
  readonly workers?: number
  readonly nodes?: readonly { readonly name: string; readonly address: string; readonly controlPlane: boolean }[]
}

/** A cluster's clock. Times are milliseconds. */
export interface ClusterClock {
  show(): Promise<{ readonly now: number; readonly frozen: boolean }>
  advance(milliseconds: number): Promise<void>
  freeze(): Promise<void>
  follow(): Promise<void>
}

/** A program to run in a terminal's place (an editor, `diff`, a plugin). */
export interface Spawn {
  /** Runs it with our terminal, gives its exit code. */
  interactive(command: string, args: readonly string[]): Promise<number>
  /** Runs it and gives what it printed. */
  capture(command: string, args: readonly string[]): Promise<{ stdout: string; stderr: string; code: number }>
}

/** A server for HTTP on this machine. */
export interface Listening {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** Undefined: nobody is there, and the connection ends. */
  onConnection(client: string): Promise<'http' | Speaker | undefined>
  /** Undefined: the connection ends without an answer. */
  onRequest(request: ContainerRequest): Promise<ContainerResponse | undefined>
}

/** Who says something to bytes, at once perhaps. A byte is a character. */
export interface Speaker {
  readonly greeting: Utterance
  answer(bytes: string): Promise<Utterance>
}

export interface Utterance {
  readonly bytes: string
  /** Whether the connection ends then. */
  readonly closes: boolean
}

export interface Listener {
  readonly port: number
  close(): void
}

/** Where HTTP is served: a port of an address (0: any that is free), or a socket in the file system. */
export type HttpPlace = { readonly host: string; readonly port: number } | { readonly path: string }

/** All that the command line has to do with beyond its words: nothing else is touched. */
export interface World {
  readonly io: Io
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly files: Files
  readonly clock: Clock
  readonly clusters: Clusters
  readonly spawn: Spawn
  openClient(options: ClientOptions): Promise<Client>
  openClock(cluster: string | undefined): Promise<ClusterClock>
  openKubelet(cluster: string | undefined): Promise<NodeAgent>
  /** The terminal that standard input is, for as long as somebody types at it. */
  openTerminal(): Promise<Terminal>
  /** Throws what Node says of an address that cannot be had. */
  listen(listening: Listening): Promise<Listener>
  /** The REST interface of a cluster. Other programs may use the cluster between its requests. */
  openRest(cluster: string | undefined): Promise<RestHandler>
  /** Serves HTTP by a handler; `keepAlive`: how often to look whether a client is still there. Throws as `listen` does. */
  serveHttp(
    at: { readonly place: HttpPlace; readonly keepAlive?: number | undefined },
    handler: RestHandler,
  ): Promise<Listener>
  /** Answers DNS queries of real programs, on UDP and TCP, as the cluster's own DNS would. Throws as `listen` does. */
  serveDns(
    cluster: string | undefined,
    at: { readonly host: string; readonly port: number; readonly realDns: boolean },
  ): Promise<Listener>
  readonly realDns: RealDns
  /** Settles when the user asks the program to end (Ctrl-C), which from then on is the caller's to do. */
  interrupted(): Promise<void>
  /**
   * Writes what was changed, and lets other programs have the clusters until the next request. Not during a request.
   */
  release(): void
  /** Lets real time go by, in milliseconds. */
  wait(milliseconds: number): Promise<void>
  /** The cluster as DNS and routing see it, without an API in between. */
  openView(cluster: string | undefined): Promise<OpenView>
}

export interface OpenView {
  readonly cluster: ClusterView
  readonly settings: ClusterSettings
  /** Milliseconds since 1970, the cluster's time. */
  readonly now: number
  /** Chance for what only looks: it does not move the cluster's own on. */
  readonly random: Random
}
