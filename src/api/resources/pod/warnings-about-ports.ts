import type { ContainerPort } from '../../generated/types.ts'
import type { Placed } from './placed-container.ts'

interface PlacedPort {
  readonly port: ContainerPort
  readonly at: string
}

/** Ports that containers of a pod declare more than once; all of them share one address. */
export const portWarnings = (containers: readonly Placed[]): readonly string[] => {
  const ports = containers.flatMap(({ container, at }) =>
    (container.ports ?? []).map((port, index): PlacedPort => ({ port, at: `${at}.ports[${index}]` })),
  )
  return ports.flatMap(({ port, at }, index) =>
    ports.slice(0, index).flatMap(earlier => {
      const word = clashOf(port, earlier.port)
      return word ? [`${at}: ${word} port definition with ${earlier.at}`] : []
    }),
  )
}

const clashOf = (port: ContainerPort, earlier: ContainerPort): string | undefined => {
  if (port.containerPort !== earlier.containerPort || port.protocol !== earlier.protocol) return undefined
  const [host, other] = [port.hostPort ?? 0, earlier.hostPort ?? 0]
  const [ip, otherIp] = [port.hostIP ?? '', earlier.hostIP ?? '']
  if (ip === otherIp && host === other) return 'duplicate'
  if (host === 0 || other === 0) return 'overlapping'
  return host === other && (ip === '') !== (otherIp === '') ? 'dangerously ambiguous' : undefined
}
