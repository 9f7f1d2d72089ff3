import { bandOf, pickFree } from '../../allocation.ts'
import { invalid } from '../../field-error.ts'
import type { Service, ServicePort } from '../../generated/types.ts'
import type { WriteContext } from '../../resource.ts'
import { internalError, invalidObject, plainError } from '../../status-error.ts'
import { isLoadBalancer, needsHealthCheck, nodePortsOf, usesNodePorts } from './kinds.ts'

/** Gives a Service the node ports it needs, and the one for health checks; those it names are checked. */
export const withNodePorts = (service: Service, context: WriteContext, old?: Service): Service => {
  const pool = portPool(context)
  const opened = usesNodePorts(service) ? (old ? updatePorts(service, old, pool) : createPorts(service, pool)) : service
  if (!needsHealthCheck(service) || (old && needsHealthCheck(old))) return opened
  return { ...opened, spec: { ...opened.spec, healthCheckNodePort: healthCheckPort(service, pool) } }
}

/** One allocation: the ports of all Services, and those that it has given itself. */
interface PortPool {
  /** What is wrong with taking this port; undefined when it is taken now. */
  take(port: number): string | undefined
  /** A free port, taken now. */
  takeAny(): number | undefined
}

const portPool = ({ cluster, settings, random, dryRun }: WriteContext): PortPool => {
  const { from, to } = settings.nodePorts
  const taken: number[] = []
  let known: ReadonlySet<number> | undefined
  const isTaken = (port: number): boolean => {
    known ??= new Set(cluster.list<Service>('Service').flatMap(allNodePorts))
    return known.has(port) || taken.includes(port)
  }
  const find = (): number | undefined => {
    // Upstream's stand-in where nothing will be stored.
    if (dryRun) return Math.max(...(taken.length > 0 ? taken : [32_768])) + 1
    const size = to - from + 1
    const index = pickFree(bandOf(size, { share: 32, most: 128 }), offset => !isTaken(from + offset), random)
    return index === undefined ? undefined : from + index
  }
  return {
    take: port => {
      if (port < from || port > to) {
        return `provided port is not in the valid range. The range of valid ports is ${from}-${to}`
      }
      if (isTaken(port)) return 'provided port is already allocated'
      taken.push(port)
      return undefined
    },
    takeAny: () => {
      const port = find()
      if (port !== undefined) taken.push(port)
      return port
    },
  }
}

const allNodePorts = (service: Service): readonly number[] => {
  const { healthCheckNodePort } = service.spec
  return healthCheckNodePort ? [...nodePortsOf(service), healthCheckNodePort] : nodePortsOf(service)
}

const allocatesAll = (service: Service): boolean =>
  !isLoadBalancer(service) || service.spec.allocateLoadBalancerNodePorts !== false

/** Ports of one number (and different protocols) share a node port; the first that names one decides. */
const createPorts = (service: Service, pool: PortPool): Service => {
  const shared = new Map<number, number>()
  return mapPorts(service, (port, index, ports) => {
    if (!port.nodePort && !allocatesAll(service)) return port
    const known = shared.get(port.port)
    if (known !== undefined && port.nodePort && port.nodePort !== known) return claim(service, pool, port, index)
    if (known !== undefined) return { ...port, nodePort: known }
    const asked = ports.find(other => other.port === port.port && other.nodePort)?.nodePort
    const given = asked
      ? claim(service, pool, { ...port, nodePort: asked }, index)
      : { ...port, nodePort: anyNodePort(pool) }
    shared.set(port.port, given.nodePort ?? 0)
    return given
  })
}

const updatePorts = (service: Service, old: Service, pool: PortPool): Service => {
  const own = new Set(nodePortsOf(old))
  const seen = new Set<string>()
  return mapPorts(service, (port, index) => {
    if (!port.nodePort) return allocatesAll(service) ? { ...port, nodePort: anyNodePort(pool) } : port
    if (!own.has(port.nodePort)) claim(service, pool, port, index)
    own.add(port.nodePort)
    const text = `{${port.protocol} ${port.nodePort}}`
    // Upstream fails here, before its validation would name the field.
    if (seen.has(text)) throw plainError(`duplicate nodePort: ${text}`)
    seen.add(text)
    return port
  })
}

const mapPorts = (
  service: Service,
  change: (port: ServicePort, index: number, ports: readonly ServicePort[]) => ServicePort,
): Service =>
  service.spec.ports ? { ...service, spec: { ...service.spec, ports: service.spec.ports.map(change) } } : service

const claim = ({ metadata }: Service, pool: PortPool, port: ServicePort, index: number): ServicePort => {
  const problem = pool.take(port.nodePort ?? 0)
  if (problem === undefined) return port
  throw invalidObject({ group: '', kind: 'Service' }, metadata.name, [
    invalid(`spec.ports[${index}].nodePort`, port.nodePort, problem),
  ])
}

const anyNodePort = (pool: PortPool): number => {
  const port = pool.takeAny()
  if (port === undefined) throw internalError('failed to allocate a nodePort: range is full')
  return port
}

const healthCheckPort = ({ spec }: Service, pool: PortPool): number => {
  const asked = spec.healthCheckNodePort
  const problem = asked ? pool.take(asked) : undefined
  if (problem) throw internalError(`failed to allocate requested HealthCheck NodePort ${asked}: ${problem}`)
  const port = asked || pool.takeAny()
  if (port === undefined) throw internalError('failed to allocate a HealthCheck NodePort 0: range is full')
  return port
}
