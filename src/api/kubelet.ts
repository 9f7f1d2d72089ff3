import type { ContainerRequest, ContainerResponse, LogLine } from './behaviour.ts'
import type { Heard, Said } from './conversation.ts'
import type { PodDisk } from './pod-disk.ts'

/** What is only to be had from the node that a pod runs on: what its containers print, and who listens at its ports. */
export interface Kubelet {
  /** What a container has printed, oldest first. Throws StatusError where it has not started. */
  log(wanted: LogTarget): Promise<readonly LogLine[]>
  /** Brings a request to a TCP port of a pod, and what it changes to the cluster. */
  request(port: PodPort, request: ContainerRequest): Promise<PodAnswer>
  /** Brings bytes to a port of a pod, and what they change to the cluster. */
  talk(port: PodPort, heard: Omit<Heard, 'port'>): Promise<PodTalk>
}

/** What was written in the containers of pods. */
export interface PodDisks {
  /** An empty disk if nothing was. */
  disk(place: PodPlace): Promise<PodDisk>
  /** Keeps it for as long as there is this pod. */
  keepDisk(place: PodPlace, disk: PodDisk): Promise<void>
}

/** What containers print beyond what is known of their images. */
export interface PodLogs {
  /** Adds lines to a container's log, which keeps the last thousand of them. */
  note(place: PodPlace, container: string, lines: readonly LogLine[]): Promise<void>
}

/** All that a node does for its pods. */
export type NodeAgent = Kubelet & PodDisks & PodLogs

export interface PodPlace {
  readonly namespace: string
  readonly pod: string
}

export interface LogTarget {
  readonly namespace: string
  readonly pod: string
  readonly container: string
  /** The run before this one. */
  readonly previous?: boolean | undefined
}

export interface PodPort {
  readonly namespace: string
  readonly pod: string
  /** A pod of the same name with another uid is another pod. */
  readonly uid?: string | undefined
  readonly port: number
}

/**
 * `closed`: somebody accepts the connection and says nothing. `gone`: there is no such pod any more, or it has ended.
 */
export type PodAnswer =
  | { readonly outcome: 'answered'; readonly response: ContainerResponse }
  | { readonly outcome: 'closed' | 'refused' | 'gone' }

/** `http`: somebody listens who wants requests. The others are as in an answer. */
export type PodTalk =
  | { readonly outcome: 'said'; readonly said: Said }
  | { readonly outcome: 'http' | 'closed' | 'refused' | 'gone' }
