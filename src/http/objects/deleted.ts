import type { KubeObject } from '../../api/meta.ts'
import { shownObject, type View } from '../negotiation/shape.ts'

/** What is said of a deletion: the object where it is still there or its kind is like that, else that it was done. */
export const deletedReply = (object: KubeObject, view: View): unknown => {
  const { returnsDeleted, group, plural } = view.resource
  if (returnsDeleted || object.metadata.deletionTimestamp) return shownObject(object, view)
  const { name, uid } = object.metadata
  const details = { name, ...(group && { group }), kind: plural, uid }
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details }
}
