import type { Pod } from '../../generated/types.ts'
import type { WriteContext } from '../../resource.ts'
import { forbidden } from '../../status-error.ts'
import type { PriorityClass } from '../priority-class/priority-class-object.ts'

// The classes that every cluster has.
const system: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
}

/** Writes the number of a pod's priority class into it. Throws Forbidden if there is no such class. */
export const admitPriority = (pod: Pod, context: WriteContext): Pod => {
  const { priorityClassName } = pod.spec
  const {
    name,
    value,
    preemptionPolicy = 'PreemptLowerPriority',
  } = priorityClassName ? namedClass(pod, priorityClassName, context) : defaultClass(context)
  const spec = { ...pod.spec, priority: value, preemptionPolicy: pod.spec.preemptionPolicy ?? preemptionPolicy }
  return { ...pod, spec: name ? { ...spec, priorityClassName: name } : spec }
}

type Chosen = Pick<PriorityClass, 'value' | 'preemptionPolicy'> & { readonly name: string }

const namedClass = ({ metadata }: Pod, name: string, { cluster }: WriteContext): Chosen => {
  const found = cluster.get<PriorityClass>('PriorityClass', undefined, name)
  if (found) return { ...found, name }
  const value = system[name]
  if (value !== undefined) return { name, value }
  throw forbidden({ group: '', resource: 'pods' }, metadata.name, `no PriorityClass with name ${name} was found`)
}

const defaultClass = ({ cluster }: WriteContext): Chosen => {
  const found = cluster.list<PriorityClass>('PriorityClass').find(({ globalDefault }) => globalDefault)
  return found ? { ...found, name: found.metadata.name } : { name: '', value: 0 }
}
