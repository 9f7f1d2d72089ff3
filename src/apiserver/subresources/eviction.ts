import type { DeleteOptions } from '../../api/client.ts'
import type { Pod } from '../../api/generated/types.ts'
import { objectKey } from '../../api/lookup.ts'
import { remove } from '../delete.ts'
import { checkBudget } from '../disruption-budget.ts'
import type { Subresource } from './subresource.ts'

/** Deletes a pod as a polite request does: only if its disruption budget has one to spare. */
export const eviction: Subresource = {
  name: 'eviction',
  isOf: ({ kind, group }) => kind === 'Pod' && group === '',
  create(server, pod, { target: { resource, namespace, name }, body, options }) {
    checkBudget(server, pod as Pod)
    const { deleteOptions } = body as { deleteOptions?: DeleteOptions }
    const key = objectKey(resource, namespace, name)
    return remove(server, { resource, key, name, options: { ...deleteOptions, dryRun: options.dryRun } })
  },
}
