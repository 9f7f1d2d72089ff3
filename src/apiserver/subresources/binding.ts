import type { Binding, Pod } from '../../api/generated/types.ts'
import { conflict } from '../../api/status-error.ts'
import { bindPod } from '../bind-pod.ts'
import type { Subresource } from './subresource.ts'

/** Puts a pod on a node, as a scheduler asks. Gives the pod as it was. */
export const binding: Subresource = {
  name: 'binding',
  isOf: ({ kind, group }) => kind === 'Pod' && group === '',
  create(server, object, { target: { name }, body, options }) {
    const pod = object as Pod
    const refuse = (why: string) => conflict({ group: '', resource: 'pods/binding' }, name, why)
    if (pod.metadata.deletionTimestamp) throw refuse(`pod ${name} is being deleted, cannot be assigned to a host`)
    if (pod.spec.nodeName) throw refuse(`pod ${name} is already assigned to node "${pod.spec.nodeName}"`)
    if (!options.dryRun) bindPod(server, pod, (body as Binding).target.name ?? '')
    return pod
  },
}
