import type { Heard, Said } from './conversation.ts'
import type { Container, Pod } from './generated/types.ts'

/** A request as a container gets it; names of headers are in lower case. */
export interface ContainerRequest {
  readonly method: string
  /** With the query, as in a request line. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Whom the container takes the sender for: `10.244.1.2:40312`; unset where nobody knows. */
  readonly client?: string | undefined
  /** The container's port that it came to; unset where nobody knows. */
  readonly port?: number | undefined
}

export interface ContainerResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The pod as the request leaves it, where it changed something; whoever carries the request writes it. */
  readonly leaves?: Pod | undefined
  /** What the container has to ask somebody else before it can answer; this here is its answer if nobody can ask. */
  readonly asks?: Question | undefined
}

/** A request that a container makes itself, from its pod: a GET if nothing else is said. */
export interface Question {
  readonly url: string
  readonly request?: Pick<ContainerRequest, 'method' | 'headers' | 'body'> | undefined
  /** The container's own answer then; undefined is a request that failed. */
  answered(response: ContainerResponse | undefined): ContainerResponse
}

/** A line that a container printed, without its end. */
export interface LogLine {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly text: string
}

/** What the process of a container does, as a kubelet and the network see it. */
export interface Behaviour {
  /** The TCP ports that it accepts connections on. */
  readonly listens: readonly number[] | 'all'
  /** The UDP ports that are known of it; unset: those that the container declares. */
  readonly listensUdp?: readonly number[] | undefined
  /** How long it runs before it ends by itself, in milliseconds; unset: until it is stopped. */
  readonly runsFor?: number | undefined
  /** When it has to be run to know how it goes on (milliseconds); unset: that is known. */
  readonly runAt?: number | undefined
  /** Why it could not even be started: then it ends at once. */
  readonly startError?: string | undefined
  /** With what it ends then; 0 if unset. */
  readonly exitCode?: number | undefined
  /** With what it ends when it is asked to stop; unset: it does not listen, and is killed. */
  readonly stopCode?: number | undefined
  /** When its answers change (milliseconds), so that a kubelet can tell what its probes found. */
  readonly changesAt?: readonly number[] | undefined
  /** What it has printed since it started, oldest first; nothing if unset. Times are milliseconds. */
  log?(started: number, now: number): readonly LogLine[]
  /** Answers HTTP; a process without it and without `converse` accepts connections and says nothing. */
  respond?(request: ContainerRequest, now: number): ContainerResponse
  /** Says something to bytes, by nothing but what came so far; undefined at ports where it does not. */
  readonly converse?: ((heard: Heard, now: number) => Said | undefined) | undefined
  /** What it prints of a request that it has answered; nothing if unset. */
  accessLine?(request: ContainerRequest, response: ContainerResponse, now: number): string
  /** What a program does that is run beside the process; undefined for programs that nobody knows. */
  exec?(argv: readonly string[], now: number): Executed | undefined
}

/** How a program ended that was run in a container. */
export interface Executed {
  readonly exitCode: number
  /** What it printed, its errors among it. */
  readonly output: string
  /** Milliseconds; none if unset. */
  readonly runsFor?: number | undefined
}

/**
 * What a container of a pod does: the seam between those who run containers and the images that are known. `startedAt` is
 * when its process began, in milliseconds, for who knows it better than the pod's status.
 */
export type BehaviourOf = (pod: Pod, container: Container, startedAt?: number) => Behaviour
