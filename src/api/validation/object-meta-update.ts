import { goQuote } from '../../util/go-quote.ts'
import { sameJson } from '../../util/same-json.ts'
import { type FieldError, forbidden, invalid } from '../field-error.ts'
import type { ObjectMeta } from '../generated/types.ts'
import { validateLabels } from './label-selector.ts'
import { validateAnnotations } from './object-meta.ts'
import { validateOwnerReferences } from './owner-references.ts'

const immutable = [
  'name',
  'namespace',
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
] as const

/** The faults of changed metadata, against what is stored. */
export const validateObjectMetaUpdate = (
  metadata: Partial<ObjectMeta>,
  stored: Partial<ObjectMeta>,
  field = 'metadata',
): readonly FieldError[] => [
  ...(stored.deletionTimestamp ? validateNoNewFinalizers(metadata, stored, `${field}.finalizers`) : []),
  ...immutable
    .filter(key => !sameJson(metadata[key], stored[key]))
    .map(key => invalid(`${field}.${key}`, metadata[key], 'field is immutable')),
  ...validateLabels(metadata.labels, `${field}.labels`),
  ...validateAnnotations(metadata.annotations, `${field}.annotations`),
  ...validateOwnerReferences(metadata.ownerReferences ?? [], `${field}.ownerReferences`),
]

const validateNoNewFinalizers = (
  { finalizers = [] }: Partial<ObjectMeta>,
  stored: Partial<ObjectMeta>,
  field: string,
): readonly FieldError[] => {
  const added = finalizers.filter(finalizer => !stored.finalizers?.includes(finalizer)).toSorted()
  if (added.length === 0) return []
  const list = `[]string{${added.map(goQuote).join(', ')}}`
  return [
    forbidden(field, `no new finalizers can be added if the object is being deleted, found new finalizers ${list}`),
  ]
}
