import type { ContainerFiles, FilesOf } from '../api/container-files.ts'
import type { Container, Pod } from '../api/generated/types.ts'
import type { OwnRun, OwnRunOf } from '../api/own-run.ts'
import { environmentOf } from '../api/pod-environment.ts'
import { runStart } from '../api/run-start.ts'
import type { ClusterView } from '../api/view.ts'
import { expandVariables } from '../util/expand-variables.ts'
import { hostnameOf } from './hostname.ts'

/** One run of a container. */
export interface ContainerRun {
  readonly pod: Pod
  readonly container: Container
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

/** A container that runs an image, and the pod that it is in. */
export interface Process extends ContainerRun {
  readonly cluster: ClusterView
  /** What it runs instead of the image's own program, variables filled in; empty if its pod names nothing. */
  readonly command: readonly string[]
  readonly args: readonly string[]
  /** Its environment, with what every container has. */
  readonly environment: Readonly<Record<string, string>>
  /** Its files beside those of its image. */
  readonly files: ContainerFiles
  /** How its own program goes, where that is one that is run to know. */
  readonly ownRun: OwnRun | undefined
}

export interface Started {
  readonly pod: Pod
  readonly container: Container
  readonly startedAt: number | undefined
}

export interface Around {
  readonly cluster: ClusterView
  readonly filesOf: FilesOf
  readonly ownRunOf: OwnRunOf
}

/** A container's process. What costs a look at other objects is found out when an image asks for it. */
export const processOf = ({ pod, container, startedAt }: Started, { cluster, filesOf, ownRunOf }: Around): Process => {
  const began = startedAt ?? runStart(pod, container.name) ?? 0
  let files: ContainerFiles | undefined
  let known: Readonly<Record<string, string>> | undefined
  const environment = (): Readonly<Record<string, string>> => {
    known ??= wholeEnvironment({ pod, container, startedAt: began }, cluster)
    return known
  }
  const filled = (words: readonly string[] = []): readonly string[] =>
    words.some(word => word.includes('$'))
      ? words.map(word => expandVariables(word, name => environment()[name]))
      : words
  return {
    pod,
    container,
    cluster,
    startedAt: began,
    get command() {
      return filled(container.command)
    },
    get args() {
      return filled(container.args)
    },
    get environment() {
      return environment()
    },
    get files() {
      files ??= filesOf(pod, container)
      return files
    },
    get ownRun() {
      return ownRunOf(pod, container, began)
    },
  }
}

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const wholeEnvironment = (
  { pod, container, startedAt }: ContainerRun,
  cluster: ClusterView,
): Readonly<Record<string, string>> => ({
  PATH: path,
  HOSTNAME: hostnameOf(pod),
  ...Object.fromEntries(environmentOf(pod, container, cluster, startedAt).map(({ name, value }) => [name, value])),
})
