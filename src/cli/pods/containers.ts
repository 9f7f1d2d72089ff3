import type { Container, Pod } from '../../api/generated/types.ts'
import { type Context, Failure } from '../verb.ts'

/** The container of this name. Throws and lists those that there are. */
export const containerNamed = (pod: Pod, name: string): Container => {
  const found = allContainers(pod).find(container => container.name === name)
  if (found) return found
  throw new Failure(`container ${name} is not valid for pod ${pod.metadata.name} out of: ${containerNames(pod)}`)
}

export const allContainers = ({ spec }: Pod): readonly Container[] => [
  ...spec.containers,
  ...(spec.ephemeralContainers ?? []),
  ...(spec.initContainers ?? []),
]

/** `web, side, setup (init)`. */
const containerNames = ({ spec }: Pod): string =>
  [
    ...spec.containers.map(({ name }) => name),
    ...(spec.ephemeralContainers ?? []).map(({ name }) => `${name} (ephem)`),
    ...(spec.initContainers ?? []).map(({ name }) => `${name} (init)`),
  ].join(', ')

/** The container that is meant where none is named: the pod's own choice, or its first. `quiet` does not tell which. */
export const defaultContainer = (pod: Pod, { io }: Pick<Context, 'io'>, quiet = false): Container => {
  const chosen = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container']
  if (chosen) {
    const found = allContainers(pod).find(({ name }) => name === chosen)
    if (found) return found
    if (!quiet) io.err.write(`Default container name "${chosen}" not found in pod ${pod.metadata.name}\n`)
  }
  const [first] = pod.spec.containers
  if (!first) throw new Failure(`pod ${pod.metadata.name} has no containers`)
  if (!quiet && allContainers(pod).length > 1) {
    io.err.write(`Defaulted container "${first.name}" out of: ${containerNames(pod)}\n`)
  }
  return first
}
