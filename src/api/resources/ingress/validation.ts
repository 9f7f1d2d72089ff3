import { ipVersion } from '../../../util/ip.ts'
import { type FieldError, invalid, required } from '../../field-error.ts'
import type { Ingress, IngressRule, IngressTLS } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { validateIngressHostname } from '../../validation/load-balancer.ts'
import { isDns1123Subdomain, isWildcardDns1123Subdomain } from '../../validation/names.ts'
import { checkBackend } from './backend-validation.ts'
import { checkPath } from './path-validation.ts'

/** The faults of an Ingress, new or changed. */
export const validate = ({ spec = {} }: Partial<Ingress>): readonly FieldError[] => {
  const { rules = [], defaultBackend, tls = [], ingressClassName } = spec
  return [
    ...(rules.length === 0 && !defaultBackend
      ? [invalid('spec', spec.rules, 'either `defaultBackend` or `rules` must be specified')]
      : []),
    ...(defaultBackend ? checkBackend(defaultBackend, 'spec.defaultBackend') : []),
    ...rules.flatMap((rule, index) => checkRule(rule, `spec.rules[${index}]`)),
    ...tls.flatMap((entry, index) => checkTls(entry, `spec.tls[${index}]`)),
    ...(ingressClassName === undefined ? [] : isDns1123Subdomain(ingressClassName)).map(text =>
      invalid('spec.ingressClassName', ingressClassName, text),
    ),
  ]
}

export const classAnnotation = 'kubernetes.io/ingress.class'

/** Of a new Ingress: the class in the field and the one in the annotation of old must be the same. */
export const checkClasses = ({ metadata, spec }: Ingress): readonly FieldError[] => {
  const annotated = metadata.annotations?.[classAnnotation]
  const { ingressClassName } = spec ?? {}
  return annotated === undefined || ingressClassName === undefined || annotated === ingressClassName
    ? []
    : [invalid(`annotations.${classAnnotation}`, annotated, 'must match `ingressClassName` when both are specified')]
}

export const validateStatus = ({ status }: Ingress): readonly FieldError[] =>
  (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }, index) => {
    const field = `status.loadBalancer.ingress[${index}]`
    return [
      ...(ip ? validateIp(ip, `${field}.ip`) : []),
      ...(hostname ? validateIngressHostname(hostname, `${field}.hostname`) : []),
    ]
  })

const checkRule = ({ host = '', http }: IngressRule, field: string): readonly FieldError[] => {
  const paths = http?.paths ?? []
  return [
    ...(ipVersion(host) === 0 ? [] : [invalid(`${field}.host`, host, 'must be a DNS name, not an IP address')]),
    ...checkHost(host, `${field}.host`),
    ...(http && paths.length === 0 ? [required(`${field}.http.paths`)] : []),
    ...paths.flatMap((path, index) => checkPath(path, `${field}.http.paths[${index}]`)),
  ]
}

const checkTls = ({ hosts = [], secretName }: IngressTLS, field: string): readonly FieldError[] => [
  ...hosts.flatMap((host, index) => checkHost(host, `${field}.hosts[${index}]`)),
  ...(secretName ? isDns1123Subdomain(secretName) : []).map(text => invalid(`${field}.secretName`, secretName, text)),
]

const checkHost = (host: string, field: string): readonly FieldError[] => {
  if (host === '') return []
  const check = host.includes('*') ? isWildcardDns1123Subdomain : isDns1123Subdomain
  return check(host).map(text => invalid(field, host, text))
}
