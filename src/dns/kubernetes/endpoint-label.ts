import type { DnsEndpoint } from './objects.ts'

/** The label of an endpoint below its Service: its hostname, its Pod's name if wanted, else its address with dashes. */
export const endpointLabel = ({ address, hostname, podName }: DnsEndpoint, podNames: boolean): string => {
  if (hostname !== '') return hostname
  if (podNames && podName !== '') return podName
  const dashed = address.replaceAll(/[.:]/g, '-')
  return dashed.endsWith('-') ? `${dashed}0` : dashed
}
