import { sameJson } from '../../util/same-json.ts'
import { ageColumn, column } from '../columns.ts'
import { eventLines } from '../describe/events.ts'
import { trueFalse } from '../describe/lines.ts'
import { mapText } from '../describe/selector-text.ts'
import { type FieldError, forbidden, invalid, required } from '../field-error.ts'
import type { StorageClass } from '../generated/types.ts'
import { type DescribeContext, defineResource } from '../resource.ts'

const defaultAnnotation = 'storageclass.kubernetes.io/is-default-class'
const oldAnnotation = 'storageclass.beta.kubernetes.io/is-default-class'

/** Whether claims that name no class get this one. */
export const isDefaultClass = ({ metadata }: StorageClass): boolean =>
  [defaultAnnotation, oldAnnotation].some(key => metadata.annotations?.[key] === 'true')

export const storageClass = defineResource<StorageClass>({
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'StorageClass',
  plural: 'storageclasses',
  returnsDeleted: true,
  shortNames: ['sc'],
  namespaced: false,
  columns: [
    column('Name', object => `${object.metadata.name}${isDefaultClass(object) ? ' (default)' : ''}`),
    column('Provisioner', ({ provisioner }) => provisioner),
    column('ReclaimPolicy', ({ reclaimPolicy }) => reclaimPolicy ?? 'Delete'),
    column('VolumeBindingMode', ({ volumeBindingMode }) => volumeBindingMode ?? 'Immediate'),
    column('AllowVolumeExpansion', ({ allowVolumeExpansion = false }) => allowVolumeExpansion),
    ageColumn,
  ],

  withDefaults: object => ({
    ...object,
    reclaimPolicy: object.reclaimPolicy ?? 'Delete',
    volumeBindingMode: object.volumeBindingMode ?? 'Immediate',
  }),
  validate: ({ provisioner }) => (provisioner ? [] : [required('provisioner')]),
  validateUpdate: (object, old) => validateUpdate(object, old),
  describe: (object, context) => describe(object, context),
})

const validateUpdate = (object: StorageClass, old: StorageClass): readonly FieldError[] => [
  ...(sameJson(object.parameters ?? {}, old.parameters ?? {})
    ? []
    : [forbidden('parameters', 'updates to parameters are forbidden.')]),
  ...(object.provisioner === old.provisioner
    ? []
    : [forbidden('provisioner', 'updates to provisioner are forbidden.')]),
  ...(object.reclaimPolicy === old.reclaimPolicy
    ? []
    : [forbidden('reclaimPolicy', 'updates to reclaimPolicy are forbidden.')]),
  ...(object.volumeBindingMode === old.volumeBindingMode
    ? []
    : [invalid('volumeBindingMode', object.volumeBindingMode, 'field is immutable')]),
]

const describe = async (object: StorageClass, context: DescribeContext): Promise<readonly string[]> => {
  const { metadata, mountOptions = [], allowVolumeExpansion: expands } = object
  return [
    `Name:\t${metadata.name}`,
    `IsDefaultClass:\t${isDefaultClass(object) ? 'Yes' : 'No'}`,
    `Annotations:\t${mapText(metadata.annotations)}`,
    `Provisioner:\t${object.provisioner}`,
    `Parameters:\t${mapText(object.parameters)}`,
    `AllowVolumeExpansion:\t${expands === undefined ? '<unset>' : trueFalse(expands)}`,
    ...(mountOptions.length === 0
      ? ['MountOptions:\t<none>']
      : ['MountOptions:', ...mountOptions.map(option => `  ${option}`)]),
    `ReclaimPolicy:\t${object.reclaimPolicy ?? ''}`,
    `VolumeBindingMode:\t${object.volumeBindingMode ?? ''}`,
    ...(await eventLines(object, context)),
  ]
}
