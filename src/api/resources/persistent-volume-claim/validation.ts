import { type FieldError, forbidden, invalid, notSupported, required } from '../../field-error.ts'
import type { PersistentVolumeClaimSpec } from '../../generated/types.ts'
import { parseQuantity } from '../../quantity.ts'
import { validateLabelSelector } from '../../validation/label-selector.ts'
import { isDns1123Subdomain } from '../../validation/names.ts'

const modes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']

/** The faults of what a claim asks for; `field` is where it stands. */
export const validateClaimSpec = (
  spec: PersistentVolumeClaimSpec | undefined,
  field: string,
): readonly FieldError[] => {
  const { accessModes = [], selector, storageClassName = '', volumeMode } = spec ?? {}
  return [
    ...(accessModes.length > 0 ? [] : [required(`${field}.accessModes`, 'at least 1 access mode is required')]),
    ...(selector ? validateLabelSelector(selector, `${field}.selector`) : []),
    ...accessModes.flatMap(mode => (modes.includes(mode) ? [] : [notSupported(`${field}.accessModes`, mode, modes)])),
    ...(accessModes.includes('ReadWriteOncePod') && accessModes.some(mode => mode !== 'ReadWriteOncePod')
      ? [forbidden(`${field}.accessModes`, 'may not use ReadWriteOncePod with other access modes')]
      : []),
    ...validateStorage(spec?.resources?.requests?.storage, `${field}.resources[storage]`),
    ...(storageClassName === '' ? [] : isDns1123Subdomain(storageClassName)).map(text =>
      invalid(`${field}.storageClassName`, storageClassName, text),
    ),
    ...(volumeMode === undefined || ['Block', 'Filesystem'].includes(volumeMode)
      ? []
      : [notSupported(`${field}.volumeMode`, volumeMode, ['Block', 'Filesystem'])]),
  ]
}

const validateStorage = (amount: string | number | undefined, field: string): readonly FieldError[] => {
  if (amount === undefined) return [required(field)]
  return parseQuantity(String(amount)).nano > 0n ? [] : [invalid(field, String(amount), 'must be greater than zero')]
}
