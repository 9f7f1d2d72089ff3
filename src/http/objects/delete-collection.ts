import { isReason } from '../../api/status-error.ts'
import { shownList, type View } from '../negotiation/shape.ts'
import { deleteOptions } from '../options/delete-options.ts'
import { selectionIn } from '../options/list-options.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'

/** Deletes what a selection picks, one after the other, and shows all of it as it was. */
export const deleteCollection = async (call: Call, { resource, namespace }: Place, view: View): Promise<unknown> => {
  const options = await deleteOptions(call)
  const { items, resourceVersion } = await call.client.list(resource, selectionIn(call.query, namespace))
  for (const { metadata } of items) {
    try {
      await call.client.delete({ resource, namespace: metadata.namespace, name: metadata.name }, options)
    } catch (error) {
      // Somebody else was faster.
      if (!isReason(error, 'NotFound')) throw error
    }
  }
  return shownList({ items }, { resourceVersion }, view)
}
