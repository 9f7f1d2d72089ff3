import { type FieldError, invalid } from '../field-error.ts'
import type { OwnerReference } from '../generated/types.ts'
import { parseApiVersion } from '../meta.ts'

/** Owners need version, kind, name and uid, and at most one of them is the controller. The server names no index. */
export const validateOwnerReferences = (owners: readonly OwnerReference[], field: string): readonly FieldError[] => [
  ...owners.flatMap(owner => validateOwner(owner, field)),
  ...validateControllers(owners, field),
]

const validateOwner = (owner: OwnerReference, field: string): readonly FieldError[] => {
  const { apiVersion = '', kind = '', name = '', uid = '' }: Partial<OwnerReference> = owner
  const missing = Object.entries({ kind, name, uid }).filter(([, value]) => value === '')
  return [
    ...(parseApiVersion(apiVersion).version === ''
      ? [invalid(`${field}.apiVersion`, apiVersion, 'version must not be empty')]
      : []),
    ...missing.map(([key]) => invalid(`${field}.${key}`, '', 'must not be empty')),
    ...(apiVersion === 'v1' && kind === 'Event'
      ? [invalid(field, owner, '/v1, Kind=Event is disallowed from being an owner')]
      : []),
  ]
}

const validateControllers = (owners: readonly OwnerReference[], field: string): readonly FieldError[] => {
  const [first, ...others] = owners.filter(({ controller }) => controller).map(({ kind, name }) => `${kind}/${name}`)
  return others.map(other =>
    invalid(
      field,
      owners,
      `Only one reference can have Controller set to true. Found "true" in references for ${first} and ${other}`,
    ),
  )
}
