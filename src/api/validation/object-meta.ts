import { compareBytes } from '../../util/compare.ts'
import { type FieldError, forbidden, invalid, required, tooLong } from '../field-error.ts'
import type { ObjectMeta } from '../generated/types.ts'
import { validateLabels } from './label-selector.ts'
import { byteLength, isDns1123Label, type NameCheck } from './names.ts'
import { validateOwnerReferences } from './owner-references.ts'
import { isLabelKey } from './qualified-name.ts'

export interface MetaRules {
  readonly namespaced: boolean
  /** What a name of this kind may be. */
  readonly name: NameCheck
}

const annotationsLimit = 256 * 1024

/** The faults of the metadata of a new object, whose name was generated already. `field` is where it stands. */
export const validateObjectMeta = (
  metadata: Partial<ObjectMeta>,
  { namespaced, name }: MetaRules,
  field = 'metadata',
): readonly FieldError[] => [
  ...validateName(metadata, name, field),
  ...validateNamespace(metadata.namespace ?? '', namespaced, `${field}.namespace`),
  ...(Number(metadata.generation ?? 0) < 0
    ? [invalid(`${field}.generation`, metadata.generation, 'must be greater than or equal to 0')]
    : []),
  ...validateLabels(metadata.labels, `${field}.labels`),
  ...validateAnnotations(metadata.annotations, `${field}.annotations`),
  ...validateOwnerReferences(metadata.ownerReferences ?? [], `${field}.ownerReferences`),
  ...validateFinalizers(metadata.finalizers ?? [], `${field}.finalizers`),
]

const validateName = (
  { name = '', generateName = '' }: Partial<ObjectMeta>,
  check: NameCheck,
  field: string,
): readonly FieldError[] => [
  ...(generateName === '' ? [] : checkPrefix(generateName, check)).map(text =>
    invalid(`${field}.generateName`, generateName, text),
  ),
  ...(name === ''
    ? [required(`${field}.name`, 'name or generateName is required')]
    : check(name).map(text => invalid(`${field}.name`, name, text))),
]

// Something is added to a prefix, so that it may end with a hyphen.
const checkPrefix = (prefix: string, check: NameCheck): readonly string[] =>
  check(prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix)

const validateNamespace = (namespace: string, namespaced: boolean, field: string): readonly FieldError[] => {
  if (!namespaced) return namespace === '' ? [] : [forbidden(field, 'not allowed on this type')]
  return namespace === '' ? [required(field)] : isDns1123Label(namespace).map(text => invalid(field, namespace, text))
}

/** Keys may be written in any case; all of them together have a limit. */
export const validateAnnotations = (
  annotations: Readonly<Record<string, string>> = {},
  field = 'metadata.annotations',
): readonly FieldError[] => {
  const entries = Object.entries(annotations).toSorted(([left], [right]) => compareBytes(left, right))
  const size = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0)
  return [
    ...entries.flatMap(([key]) => isLabelKey(key.toLowerCase()).map(text => invalid(field, key, text))),
    ...(size > annotationsLimit ? [tooLong(field, annotationsLimit)] : []),
  ]
}

const orphan = 'orphan'
const foreground = 'foregroundDeletion'
const standardFinalizers = [orphan, foreground, 'kubernetes']

const validateFinalizers = (finalizers: readonly string[], field: string): readonly FieldError[] => [
  ...finalizers.flatMap(finalizer => isLabelKey(finalizer).map(text => invalid(field, finalizer, text))),
  ...(finalizers.includes(orphan) && finalizers.includes(foreground)
    ? [invalid(field, finalizers, `finalizer ${orphan} and ${foreground} cannot be both set`)]
    : []),
  ...finalizers.flatMap((finalizer, index) => validateFinalizer(finalizer, `${field}[${index}]`)),
]

const validateFinalizer = (finalizer: string, field: string): readonly FieldError[] =>
  isLabelKey(finalizer).length > 0 || finalizer.includes('/') || standardFinalizers.includes(finalizer)
    ? []
    : [invalid(field, finalizer, 'name is neither a standard finalizer name nor is it fully qualified')]
