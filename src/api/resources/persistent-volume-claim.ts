import { omit } from '../../util/omit.ts'
import { sameJson } from '../../util/same-json.ts'
import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import { type FieldError, forbidden } from '../field-error.ts'
import type { PersistentVolumeClaim, StorageClass } from '../generated/types.ts'
import { defineResource, type WriteContext } from '../resource.ts'
import { accessModesText, storageClassOf } from './persistent-volume-claim/describe-claim.ts'
import { claimQuota } from './persistent-volume-claim/quota.ts'
import { validateClaimSpec } from './persistent-volume-claim/validation.ts'
import { isDefaultClass } from './storage-class.ts'

/** Keeps a claim that a pod still uses. */
const protection = 'kubernetes.io/pvc-protection'

export const persistentVolumeClaim = defineResource<PersistentVolumeClaim>({
  group: '',
  version: 'v1',
  kind: 'PersistentVolumeClaim',
  plural: 'persistentvolumeclaims',
  returnsDeleted: true,
  shortNames: ['pvc'],
  namespaced: true,
  hasStatus: true,
  hasGeneration: false,
  quota: claimQuota,
  columns: [
    nameColumn,
    column('Status', ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? ''))),
    column('Volume', ({ spec }) => spec?.volumeName ?? ''),
    column('Capacity', ({ spec, status }) => (spec?.volumeName ? String(status?.capacity?.storage ?? '0') : '')),
    column('Access Modes', ({ spec, status }) => (spec?.volumeName ? accessModesText(status?.accessModes) : '')),
    column('StorageClass', ({ metadata, spec }) => storageClassOf(metadata.annotations, spec ?? {})),
    column('VolumeAttributesClass', ({ spec }) => spec?.volumeAttributesClassName ?? '<unset>'),
    ageColumn,
    wideColumn('VolumeMode', ({ spec }) => spec?.volumeMode ?? '<unset>'),
  ],

  withDefaults: object => ({
    ...object,
    spec: { ...object.spec, volumeMode: object.spec?.volumeMode ?? 'Filesystem' },
  }),
  admit: (object, context, old) => (old ? object : withDefaultClass(protect(object), context)),
  prepareForCreate: object => ({ ...object, status: { phase: 'Pending' } }),
  validate: ({ spec }) => validateClaimSpec(spec, 'spec'),
  validateUpdate: (object, old) => [...validateClaimSpec(object.spec, 'spec'), ...validateFixed(object, old)],
  describe: async (object, context) =>
    (await import('./persistent-volume-claim/describe.ts')).describePersistentVolumeClaim(object, context),
})

const protect = (object: PersistentVolumeClaim): PersistentVolumeClaim => ({
  ...object,
  metadata: { ...object.metadata, finalizers: [...new Set([...(object.metadata.finalizers ?? []), protection])] },
})

/** A claim that names no class gets the default one, if there is one; an empty name wants none. */
const withDefaultClass = (object: PersistentVolumeClaim, { cluster }: WriteContext): PersistentVolumeClaim => {
  if (object.spec?.storageClassName !== undefined) return object
  const found = cluster.list<StorageClass>('StorageClass').find(isDefaultClass)
  return found ? { ...object, spec: { ...object.spec, storageClassName: found.metadata.name } } : object
}

const fixed = ({ spec = {} }: PersistentVolumeClaim, old: PersistentVolumeClaim): object =>
  // What is not set yet may be filled in by those who bind.
  old.spec?.volumeName ? omit(spec, 'resources', 'volumeAttributesClassName') : omit(spec, 'resources', 'volumeName')

const validateFixed = (object: PersistentVolumeClaim, old: PersistentVolumeClaim): readonly FieldError[] =>
  sameJson(fixed(object, old), fixed(old, old))
    ? []
    : [
        forbidden(
          'spec',
          'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
        ),
      ]
