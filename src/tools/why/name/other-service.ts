import type { Namespace, Service } from '../../../api/generated/types.ts'
import { asking } from '../asking.ts'
import type { Finding, WhyContext } from '../check.ts'
import { nameOf } from '../commands.ts'
import { distance } from '../near.ts'
import { nearestService, type ServiceName } from '../service-names.ts'

/** The Service that may be meant: of this name in another namespace, or of nearly this name. */
export const otherService = (
  host: string,
  readings: readonly ServiceName[],
  context: WhyContext,
): Finding | undefined => {
  const { view, target } = context
  for (const reading of readings) {
    const near = nearestService(context, reading)
    const own = view.get<Service>('Service', target.namespace, reading.name)
    const meant = near && isSlipOfSpace(near, reading) ? near : (own ?? near)
    if (meant) return other(host, reading, meant, context)
  }
  return undefined
}

/** Whether only the namespace is misspelt. */
const isSlipOfSpace = ({ metadata }: Service, { name, namespace }: ServiceName): boolean => {
  const far = distance(namespace, metadata.namespace ?? '')
  return metadata.name === name && far !== undefined && far > 0 && far < 6
}

const other = (host: string, reading: ServiceName, meant: Service, context: WhyContext): Finding => {
  const { name, namespace = '' } = meant.metadata
  const right = namespace === context.target.namespace ? name : `${name}.${namespace}`
  const space = context.view.get<Namespace>('Namespace', undefined, reading.namespace)
  const there = space ? '' : `: there is no namespace ${reading.namespace}`
  return {
    about: host,
    cause:
      name === reading.name
        ? `Service ${name} is in namespace ${namespace}, not in ${reading.namespace}${there}`
        : `there is no Service ${reading.name} in namespace ${reading.namespace}; ${name} may be meant`,
    evidence: [`${nameOf({ namespace: '' }, meant)} exists`],
    mend: [asking(reading.host ? `${reading.host}.${right}` : right, context)],
  }
}
