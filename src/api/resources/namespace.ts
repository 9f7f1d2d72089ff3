import { toRfc3339 } from '../../util/clock.ts'
import { ageColumn, column, nameColumn } from '../columns.ts'
import { type FieldError, invalid } from '../field-error.ts'
import type { Namespace } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { forbidden } from '../status-error.ts'
import { isDns1123Label } from '../validation/names.ts'

const nameLabel = 'kubernetes.io/metadata.name'
// What the cluster itself lives in.
const lasting = new Set(['default', 'kube-system', 'kube-public'])

export const namespace = defineResource<Namespace>({
  group: '',
  version: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  returnsDeleted: true,
  shortNames: ['ns'],
  namespaced: false,
  verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
  hasStatus: true,
  hasGeneration: false,
  columns: [nameColumn, column('Status', ({ status }) => status?.phase ?? ''), ageColumn],

  validateName: isDns1123Label,
  withDefaults: object => ({
    ...object,
    metadata: {
      ...object.metadata,
      ...(object.metadata.name ? { labels: { ...object.metadata.labels, [nameLabel]: object.metadata.name } } : {}),
    },
    spec: { ...object.spec },
  }),
  prepareForCreate: object => ({ ...object, spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } }),
  // Only the finalize subresource changes them.
  prepareForUpdate: (object, old) => ({ ...object, spec: { ...object.spec, finalizers: old.spec?.finalizers } }),
  validateStatus: object => statusFaults(object),

  startDeletion(object, _grace, now) {
    const { name, deletionTimestamp } = object.metadata
    if (lasting.has(name))
      throw forbidden({ group: '', resource: 'namespaces' }, name, 'this namespace may not be deleted')
    if (deletionTimestamp) return { stays: true, object }
    return {
      stays: true,
      object: {
        ...object,
        metadata: { ...object.metadata, deletionTimestamp: toRfc3339(now) },
        status: { ...object.status, phase: 'Terminating' },
      },
    }
  },
  holdsDeletion: ({ spec }) => (spec?.finalizers ?? []).length > 0,

  selectableFields: ({ status }) => ({ 'status.phase': status?.phase ?? '' }),
  describe: async (object, context) => (await import('./namespace/describe.ts')).describeNamespace(object, context),
})

const statusFaults = ({ metadata, status }: Namespace): readonly FieldError[] => {
  const { phase } = status ?? {}
  if (metadata.deletionTimestamp) {
    if (phase === 'Terminating') return []
    return [invalid('status.Phase', phase, "may only be 'Terminating' if `deletionTimestamp` is not empty")]
  }
  return phase === 'Active'
    ? []
    : [invalid('status.Phase', phase, "may only be 'Active' if `deletionTimestamp` is empty")]
}
