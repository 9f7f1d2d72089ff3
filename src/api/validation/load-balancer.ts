import { ipVersion } from '../../util/ip.ts'
import { type FieldError, invalid } from '../field-error.ts'
import { isDns1123Subdomain } from './names.ts'

/** The name that a load balancer, of a Service or an Ingress, is reached by. */
export const validateIngressHostname = (hostname: string, field: string): readonly FieldError[] => [
  ...isDns1123Subdomain(hostname).map(text => invalid(field, hostname, text)),
  ...(ipVersion(hostname) === 0 ? [] : [invalid(field, hostname, 'must be a DNS name, not an IP address')]),
]
