import type { Behaviour } from '../api/behaviour.ts'
import type { Client } from './client.ts'
import type { Process } from './running.ts'

/** How a process ends that finds at its start that it cannot run. */
export interface FailedStart {
  readonly exitCode: number
  /** What it prints. */
  readonly lines: readonly string[]
}

/** What is known of an image. */
export interface Image {
  /**
   * Its repositories without registry prefix of Docker Hub and without tag: `nginx`, `gcr.io/kuar-demo/kuard-amd64`.
   */
  readonly names: readonly string[]
  /** Text files that it has for what it is known for, by absolute path. */
  readonly files?: Readonly<Record<string, string>> | undefined
  /** Programs that it has for it, which `exec` of its behaviour knows. */
  readonly programs?: readonly string[] | undefined
  /** How these reach another server. */
  readonly client?: Client | undefined
  /** The folder of what it reads when it starts. */
  readonly configuredIn?: string | undefined
  /** Why a run of it cannot begin as the cluster is then, and with what it ends; undefined if it can. */
  failsToStart?(running: Process): FailedStart | undefined
  behaviour(running: Process): Behaviour
}

export const defineImage = (image: Image): Image => image

/** The repository of an image's reference: `docker.io/library/nginx:1.27@sha256:..` is `nginx`. */
export const repositoryOf = (reference: string): string => {
  const [name = ''] = reference.split('@')
  const slash = name.lastIndexOf('/')
  const colon = name.indexOf(':', slash + 1)
  return (colon < 0 ? name : name.slice(0, colon)).replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '')
}

/** The tag of an image's reference: `latest` where it has none. */
export const tagOf = (reference = ''): string => /:([^:/]+)$/.exec(reference.split('@')[0] ?? '')?.[1] ?? 'latest'
