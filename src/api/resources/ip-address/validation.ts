import { type FieldError, invalid, required } from '../../field-error.ts'
import type { IPAddress, ParentReference } from '../../generated/types.ts'
import { isDns1123Subdomain, isPathSegment } from '../../validation/names.ts'

const field = 'spec.parentRef'

/** Whether the address says what it belongs to. */
export const checkParent = ({ spec }: IPAddress): readonly FieldError[] => {
  const parent: Partial<ParentReference> | undefined = spec?.parentRef
  if (!parent) return [required(field)]
  return [
    ...(parent.group ? isDns1123Subdomain(parent.group) : []).map(text =>
      invalid(`${field}.group`, parent.group, text),
    ),
    ...checkSegment(parent.resource, 'resource'),
    ...checkSegment(parent.name, 'name'),
    ...(parent.namespace ? checkSegment(parent.namespace, 'namespace') : []),
  ]
}

const checkSegment = (value: string | undefined, part: string): readonly FieldError[] =>
  value ? isPathSegment(value).map(text => invalid(`${field}.${part}`, value, text)) : [required(`${field}.${part}`)]
