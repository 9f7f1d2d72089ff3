import type { Fault } from '../../api/faults.ts'
import type { Pod } from '../../api/generated/types.ts'
import { objectName } from '../../api/resource.ts'
import { forEachObject, liveObject } from '../selection/find-objects.ts'
import type { Selection } from '../selection/selection.ts'
import { type Context, Failure } from '../verb.ts'
import { faultText } from './fault-text.ts'
import { addFault } from './write-faults.ts'

interface BreakingPods {
  readonly selection: Selection
  /** The container; empty is the first one. */
  readonly container: string
  fault(container: string, now: number, pod: Pod): Fault
}

/** Breaks something at a container of each selected pod, and tells of it. */
export const breakPods = async ({ selection, container, fault }: BreakingPods, context: Context): Promise<void> => {
  const now = await context.client.now()
  const count = await forEachObject(selection, context, async found => {
    const { resource, name } = found
    if (resource.kind !== 'Pod') throw new Failure(`only pods have containers, not ${resource.plural}`)
    const object = (await liveObject(found, context)) as Pod
    const made = fault(containerOf(object, container), now, object)
    await addFault({ resource, object }, made, context)
    context.io.out.write(`${objectName(resource, name)} broken: ${faultText(made)}\n`)
  })
  if (count === 0) context.io.err.write('No resources found\n')
}

const containerOf = ({ metadata, spec }: Pod, wanted: string): string => {
  const names = spec.containers.map(({ name }) => name)
  if (wanted === '') return names[0] ?? ''
  if (!names.includes(wanted))
    throw new Failure(`container ${wanted} is not in pod ${metadata.name}: it has ${names.join(', ')}`)
  return wanted
}
