import { canonicalAddress } from '../address.ts'
import { joinName } from '../names.ts'
import type { ClusterIndex } from './cluster-index.ts'
import type { Found } from './entries.ts'
import type { KubernetesOptions } from './options.ts'
import type { RecordRequest } from './request.ts'

/** The entry of `1-2-3-4.NAMESPACE.pod`: as the name says, or only if a Pod has the address (`pods verified`). */
export const podEntries = (
  index: ClusterIndex,
  { pods }: KubernetesOptions,
  { namespace, service }: RecordRequest,
  zone: string,
): Found => {
  if (pods === 'disabled') return undefined
  if (service === '') return []
  const address = canonicalAddress(addressText(service))
  if (address === undefined) return undefined
  const known = (): boolean => index.podsAt(address).some(({ metadata }) => metadata.namespace === namespace)
  if (pods === 'verified' && !known()) return undefined
  return [{ host: address, port: 0, owner: joinName(service, namespace, 'pod', zone) }]
}

// Three single dashes are an IPv4 address, anything else an IPv6 one.
const addressText = (label: string): string =>
  label.split('-').length === 4 && !label.includes('--') ? label.replaceAll('-', '.') : label.replaceAll('-', ':')
