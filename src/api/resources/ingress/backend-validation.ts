import { type FieldError, invalid, required } from '../../field-error.ts'
import type { IngressBackend, IngressServiceBackend, TypedLocalObjectReference } from '../../generated/types.ts'
import { isDns1123Label, isDns1123Subdomain, isPathSegment, isPortName } from '../../validation/names.ts'
import { validatePort } from '../../validation/ports.ts'

/** What a path leads to: a port of a Service, or another object that the controller knows of. */
export const checkBackend = ({ resource, service }: IngressBackend, field: string): readonly FieldError[] => {
  if (resource && service) return [invalid(field, '', 'cannot set both resource and service backends')]
  if (resource) return checkResource(resource, `${field}.resource`)
  if (service) return checkService(service, field)
  return [invalid(field, '', 'resource or service backend is required')]
}

const checkService = ({ name, port }: Partial<IngressServiceBackend>, field: string): readonly FieldError[] => [
  ...(name
    ? isDns1123Label(name).map(text => invalid(`${field}.service.name`, name, text))
    : [required(`${field}.service.name`)]),
  ...checkPort(port ?? {}, field),
]

const checkPort = (
  { name, number }: NonNullable<IngressServiceBackend['port']>,
  field: string,
): readonly FieldError[] => {
  if (name && number) return [invalid(field, '', 'cannot set both port name & port number')]
  if (name) return isPortName(name).map(text => invalid(`${field}.service.port.name`, name, text))
  if (number) return validatePort(number, `${field}.service.port.number`)
  return [required(field, 'port name or number is required')]
}

const checkResource = (
  { apiGroup, kind, name }: Partial<TypedLocalObjectReference>,
  field: string,
): readonly FieldError[] => [
  ...(apiGroup === undefined ? [] : isDns1123Subdomain(apiGroup)).map(text =>
    invalid(`${field}.apiGroup`, apiGroup, text),
  ),
  ...checkSegment(kind, `${field}.kind`),
  ...checkSegment(name, `${field}.name`),
]

const checkSegment = (value: string | undefined, field: string): readonly FieldError[] =>
  value ? isPathSegment(value).map(text => invalid(field, value, text)) : [required(field)]
