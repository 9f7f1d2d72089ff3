import type { Container, PodSpec } from '../../generated/types.ts'

/** What the server remarks on a pod's spec without refusing it. */
export const podWarnings = (spec: PodSpec | undefined, field: string): readonly string[] =>
  (['initContainers', 'containers'] as const).flatMap(list =>
    (spec?.[list] ?? []).flatMap((container, index) => [
      ...hiddenVariables(container, `${field}.${list}[${index}].env`),
      ...samePorts(container, `${field}.${list}[${index}].ports`),
    ]),
  )

const hiddenVariables = ({ env = [] }: Container, field: string): readonly string[] =>
  env.flatMap(({ name, value = '' }, index) => {
    const earlier = env.slice(0, index).findLast(other => other.name === name)
    // A variable that is built from its earlier value does not hide it.
    return earlier && !value.includes(`$(${name})`)
      ? [`${field}[${index}]: hides previous definition of "${name}", which may be dropped when using apply`]
      : []
  })

const samePorts = ({ ports = [] }: Container, field: string): readonly string[] =>
  ports.flatMap(({ containerPort, protocol, hostPort = 0, hostIP = '' }, index) => {
    const earlier = ports.findIndex(
      other =>
        other.containerPort === containerPort &&
        other.protocol === protocol &&
        (other.hostPort ?? 0) === hostPort &&
        (other.hostIP ?? '') === hostIP,
    )
    return earlier < index ? [`${field}[${index}]: duplicate port definition with ${field}[${earlier}]`] : []
  })
