import { type FieldError, forbidden, invalid, notSupported, required, tooLong } from '../../field-error.ts'
import type { IngressClass, IngressClassParametersReference } from '../../generated/types.ts'
import { byteLength, isDns1123Label, isDns1123Subdomain, isPathSegment } from '../../validation/names.ts'

const longest = 250
const scopes = ['Cluster', 'Namespace']

export const validate = ({ spec }: IngressClass): readonly FieldError[] => [
  ...checkController(spec?.controller ?? '', 'spec.controller'),
  ...(spec?.parameters ? checkParameters(spec.parameters, 'spec.parameters') : []),
]

/** A controller is named by a domain and a path: `example.com/ingress-controller`. */
const checkController = (controller: string, field: string): readonly FieldError[] => {
  if (controller === '') return [required(field)]
  const slash = controller.indexOf('/')
  const fault = (text: string): FieldError => invalid(field, controller, text)
  const isPath = slash > 0 && slash < controller.length - 1
  return [
    ...(byteLength(controller) > longest ? [tooLong(field, longest)] : []),
    ...(isPath
      ? checkPath(controller.slice(0, slash), controller.slice(slash + 1)).map(fault)
      : [fault('must be a domain-prefixed path (such as "acme.io/foo")')]),
  ]
}

const checkPath = (domain: string, path: string): readonly string[] => [
  ...isDns1123Subdomain(domain),
  ...(/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path)
    ? []
    : ["Invalid path (e.g. 'my.path/component', regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')"]),
]

const checkParameters = (
  { apiGroup, kind, name, scope, namespace }: IngressClassParametersReference,
  field: string,
): readonly FieldError[] => [
  ...(apiGroup === undefined ? [] : isDns1123Subdomain(apiGroup)).map(text =>
    invalid(`${field}.apiGroup`, apiGroup, text),
  ),
  ...checkSegment(kind, `${field}.kind`),
  ...checkSegment(name, `${field}.name`),
  ...checkScope({ scope, namespace }, field),
]

const checkSegment = (value: string | undefined, field: string): readonly FieldError[] =>
  value ? isPathSegment(value).map(text => invalid(field, value, text)) : [required(field)]

const checkScope = (
  { scope, namespace }: Pick<IngressClassParametersReference, 'scope' | 'namespace'>,
  field: string,
): readonly FieldError[] => {
  if (scope === undefined) return [required(`${field}.scope`)]
  if (!scopes.includes(scope)) return [notSupported(`${field}.scope`, scope, scopes)]
  if (scope === 'Cluster') {
    return namespace === undefined ? [] : [forbidden(`${field}.namespace`, "`parameters.scope` is set to 'Cluster'")]
  }
  if (namespace === undefined) return [required(`${field}.namespace`, "`parameters.scope` is set to 'Namespace'")]
  return isDns1123Label(namespace).map(text => invalid(`${field}.namespace`, namespace, text))
}
