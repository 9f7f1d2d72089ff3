import type { Service } from '../../../api/generated/types.ts'
import type { Finding } from '../check.ts'
import { command, listed } from '../commands.ts'
import { nearAddresses } from '../near-addresses.ts'
import { curl, type Failed, isAtNode } from './failed.ts'
import { goneAddress } from './gone-address.ts'

/** What nobody else tells of: a Service without endpoints, a pod that refuses, was told of before. */
export const otherwise = (failed: Failed): Finding | undefined => {
  const { context, reason } = failed
  if (context.found.length > 0) return undefined
  return (
    (isAtNode(failed) ? atNode(failed) : goneAddress(failed)) ?? {
      about: context.target.name,
      cause: reason,
      ...(nearby(failed) ?? broken(failed)),
    }
  )
}

/** An address with a slip in it, or any Service of the port. */
const nearby = (failed: Failed): Pick<Finding, 'evidence' | 'mend'> | undefined => {
  const { context, reason, address, port } = failed
  if (!reason.startsWith('nobody has')) return undefined
  const service = context.view
    .list<Service>('Service', context.namespace)
    .find(({ metadata, spec }) => metadata.name !== 'kubernetes' && spec.ports?.some(one => one.port === port))
  const [meant] = nearAddresses(address, context)
  const host = meant?.address ?? service?.metadata.name
  return {
    evidence: [
      ...(meant ? [`${meant.address} is the address of ${meant.name}, which may be meant`] : []),
      ...(service ? [`service/${service.metadata.name} has port ${port}`] : []),
    ],
    mend: host ? [curl(failed, { host })] : [command(context, 'get services,pods -A -o wide')],
  }
}

/** Ways and nodes that somebody broke on purpose. */
const broken = ({ context, reason }: Failed): Pick<Finding, 'evidence' | 'mend'> =>
  /lost on the way|is off$|is down$/.test(reason)
    ? { evidence: ['it was broken on purpose: see `kubesim fault list`'], mend: [command(context, 'fault clear')] }
    : { evidence: [], mend: [] }

/** A port of a node that no Service has: its own port may have been meant, or another node port. */
const atNode = (failed: Failed): Finding | undefined => {
  const { context, port, reason } = failed
  const all = nodePorts(context.view.list<Service>('Service'))
  const meant = all.find(one => one.port === port)
  const nearby = all.toSorted((left, right) => Math.abs(left.nodePort - port) - Math.abs(right.nodePort - port))[0]
  const right = meant ?? nearby
  if (!right) return undefined
  return {
    about: context.target.name,
    cause: meant
      ? `port ${port} is the Service's: on nodes it is ${meant.nodePort}`
      : `no Service has the node port ${port}`,
    evidence: [reason, `node ports are ${listed(all.map(({ nodePort, name }) => `${nodePort} (${name})`))}`],
    mend: [curl(failed, { port: right.nodePort })],
  }
}

interface NodePort {
  readonly name: string
  readonly port: number
  readonly nodePort: number
}

const nodePorts = (services: readonly Service[]): readonly NodePort[] =>
  services.flatMap(({ metadata, spec }) =>
    (spec.ports ?? []).flatMap(({ port, nodePort }) => (nodePort ? [{ name: metadata.name, port, nodePort }] : [])),
  )
