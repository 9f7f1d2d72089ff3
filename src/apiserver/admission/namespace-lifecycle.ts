import type { Namespace } from '../../api/generated/types.ts'
import { forbidden, notFound } from '../../api/status-error.ts'
import { subjectOf } from '../server.ts'
import type { Admission } from './admission.ts'

/** Nothing is created in a namespace that is not there, or that is going. */
export const namespaceLifecycle: Admission = {
  name: 'namespace lifecycle',
  mutate({ view }, { resource, object, old }) {
    const { namespace: name = '' } = object.metadata
    if (old || !resource.namespaced) return object
    const namespace = view.get<Namespace>('Namespace', undefined, name)
    if (!namespace) throw notFound({ group: '', resource: 'namespaces' }, name)
    if (!namespace.metadata.deletionTimestamp) return object
    throw forbidden(
      subjectOf(resource),
      object.metadata.name,
      `unable to create new content in namespace ${name} because it is being terminated`,
      [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${name} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    )
  },
}
