import { ageColumn, column, nameColumn, wideColumn } from '../columns.ts'
import { type FieldError, required } from '../field-error.ts'
import type { PersistentVolume } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { claimOf } from './persistent-volume/claim.ts'
import { accessModesText, storageClassOf } from './persistent-volume-claim/describe-claim.ts'

/** Keeps a volume that a claim is bound to. */
const protection = 'kubernetes.io/pv-protection'

export const persistentVolume = defineResource<PersistentVolume>({
  group: '',
  version: 'v1',
  kind: 'PersistentVolume',
  plural: 'persistentvolumes',
  returnsDeleted: true,
  shortNames: ['pv'],
  namespaced: false,
  hasStatus: true,
  hasGeneration: false,
  columns: [
    nameColumn,
    column('Capacity', ({ spec }) => String(spec?.capacity?.storage ?? '0')),
    column('Access Modes', ({ spec }) => accessModesText(spec?.accessModes)),
    column('Reclaim Policy', ({ spec }) => spec?.persistentVolumeReclaimPolicy ?? ''),
    column('Status', ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? ''))),
    column('Claim', object => claimOf(object)),
    column('StorageClass', ({ metadata, spec }) => storageClassOf(metadata.annotations, spec ?? {})),
    column('VolumeAttributesClass', ({ spec }) => spec?.volumeAttributesClassName ?? '<unset>'),
    column('Reason', ({ status }) => status?.reason ?? ''),
    ageColumn,
    wideColumn('VolumeMode', ({ spec }) => spec?.volumeMode ?? '<unset>'),
  ],

  withDefaults: object => ({
    ...object,
    spec: {
      ...object.spec,
      persistentVolumeReclaimPolicy: object.spec?.persistentVolumeReclaimPolicy || 'Retain',
      volumeMode: object.spec?.volumeMode ?? 'Filesystem',
    },
  }),
  admit: (object, _context, old) => (old ? object : protect(object)),
  prepareForCreate: object => ({ ...object, status: { phase: 'Pending' } }),
  validate: object => validate(object),
  describe: async (object, context) =>
    (await import('./persistent-volume/describe.ts')).describePersistentVolume(object, context),
})

const protect = (object: PersistentVolume): PersistentVolume => ({
  ...object,
  metadata: { ...object.metadata, finalizers: [...new Set([...(object.metadata.finalizers ?? []), protection])] },
})

const own = new Set([
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
])

const validate = ({ spec = {} }: PersistentVolume): readonly FieldError[] => [
  ...(spec.accessModes?.length ? [] : [required('spec.accessModes')]),
  ...(spec.capacity?.storage === undefined ? [required('spec.capacity')] : []),
  ...(Object.keys(spec).some(key => !own.has(key)) ? [] : [required('spec', 'must specify a volume type')]),
]
