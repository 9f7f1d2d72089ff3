import { canonicalIp } from '../../util/ip.ts'
import { type FieldError, invalid } from '../field-error.ts'

/** What is wrong with a valid address as something that others reach: an endpoint, an external IP. */
export const validateReachableIp = (address: string, field: string): readonly FieldError[] => {
  const canonical = canonicalIp(address)
  const found = unreachable.find(({ pattern }) => pattern.test(canonical))
  return found ? [invalid(field, address, found.fault ?? `may not be unspecified (${address})`)] : []
}

const unreachable: readonly { readonly pattern: RegExp; readonly fault?: string }[] = [
  { pattern: /^(0\.0\.0\.0|::)$/ },
  { pattern: /^(127\.|::1$)/, fault: 'may not be in the loopback range (127.0.0.0/8, ::1/128)' },
  {
    pattern: /^(169\.254\.|fe[89ab][0-9a-f]:)/,
    fault: 'may not be in the link-local range (169.254.0.0/16, fe80::/10)',
  },
  {
    pattern: /^(224\.0\.0\.|ff[0-9a-f]2:)/,
    fault: 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
  },
]
