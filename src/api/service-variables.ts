import type { Service, ServicePort } from './generated/types.ts'

/** A variable of an environment. */
export interface Variable {
  readonly name: string
  readonly value: string
}

/** The variables that tell a container of a Service: none for a Service without an address. */
export const serviceVariables = ({ metadata, spec }: Service): readonly Variable[] => {
  const { clusterIP = '', ports = [] } = spec
  const [first] = ports
  if (clusterIP === '' || clusterIP === 'None' || !first) return []
  const prefix = variableName(metadata.name)
  const named = ports.flatMap(({ name, port }) =>
    name ? [{ name: `${prefix}_SERVICE_PORT_${variableName(name)}`, value: String(port) }] : [],
  )
  return [
    { name: `${prefix}_SERVICE_HOST`, value: clusterIP },
    { name: `${prefix}_SERVICE_PORT`, value: String(first.port) },
    ...named,
    { name: `${prefix}_PORT`, value: addressOf(clusterIP, first) },
    ...ports.flatMap(port => portVariables(prefix, clusterIP, port)),
  ]
}

// In the form of Docker's links, which came first.
const portVariables = (prefix: string, ip: string, port: ServicePort): readonly Variable[] => {
  const { port: number, protocol = 'TCP' } = port
  const name = `${prefix}_PORT_${number}_${protocol}`
  return [
    { name, value: addressOf(ip, port) },
    { name: `${name}_PROTO`, value: protocol.toLowerCase() },
    { name: `${name}_PORT`, value: String(number) },
    { name: `${name}_ADDR`, value: ip },
  ]
}

const addressOf = (ip: string, { port, protocol = 'TCP' }: ServicePort): string =>
  `${protocol.toLowerCase()}://${ip.includes(':') ? `[${ip}]` : ip}:${port}`

const variableName = (name: string): string => name.replaceAll('-', '_').toUpperCase()
