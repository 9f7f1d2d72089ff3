import type { Service } from '../../../api/generated/types.ts'
import type { Finding } from '../check.ts'
import { command, listed } from '../commands.ts'
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
      ...broken(failed),
    }
  )
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
