import { type Fault, faultsKey, faultsOf } from '../../api/faults.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import type { Context } from '../verb.ts'

/** An object that is broken, or is to be. */
export interface Broken {
  readonly resource: Resource
  readonly object: KubeObject
}

/** Breaks one thing more at an object; what was broken in the same way before is broken anew. */
export const addFault = async (broken: Broken, fault: Fault, context: Pick<Context, 'client'>): Promise<void> => {
  const others = faultsOf(broken.object).filter(other => !isSameThing(other, fault))
  await writeFaults(broken, [...others, fault], context)
}

/** Makes these the faults of an object; none of them takes the annotation away. */
export const writeFaults = async (
  { resource, object }: Broken,
  faults: readonly Fault[],
  { client }: Pick<Context, 'client'>,
): Promise<void> => {
  const { namespace, name } = object.metadata
  const annotations = { [faultsKey]: faults.length > 0 ? JSON.stringify(faults) : null }
  await client.patch({ resource, namespace, name }, { type: 'merge', body: { metadata: { annotations } } })
}

const isSameThing = (one: Fault, other: Fault): boolean => thingOf(one) === thingOf(other)

const thingOf = (fault: Fault): string => {
  switch (fault.fault) {
    case 'probe':
      return `probe ${fault.container} ${fault.probe}`
    case 'crash':
      return `crash ${fault.container}`
    case 'image':
      return `image ${fault.image}`
    default:
      return fault.fault
  }
}
