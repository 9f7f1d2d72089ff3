import type { Node, Pod } from '../../api/generated/types.ts'
import type { Surroundings } from './program.ts'

/** The network interface of a pod besides its loopback. */
export interface Interface {
  readonly address: string
  readonly bits: number
  readonly gateway: string
  readonly hardware: string
}

/** That of the pod's own network, or with hostNetwork its node's; undefined as long as it has no address. */
export const interfaceOf = ({ pod, view }: Pick<Surroundings, 'pod' | 'view'>): Interface | undefined => {
  const address = pod.status?.podIP
  if (!address) return undefined
  const hardware = hardwareOf(address)
  const range = pod.spec.hostNetwork ? '172.18.0.0/16' : rangeOf(pod, view)
  const bits = Number(range.split('/')[1] ?? 24)
  return { address, bits, gateway: `${range.split('/')[0]?.replace(/\d+$/, '')}1`, hardware }
}

const rangeOf = ({ spec, status }: Pod, view: Surroundings['view']): string =>
  view.get<Node>('Node', undefined, spec.nodeName ?? '')?.spec?.podCIDR ??
  `${(status?.podIP ?? '').replace(/\d+$/, '0')}/24`

// Made up of the address, so that it stays the same.
const hardwareOf = (address: string): string =>
  ['4e', 'a1', ...address.split('.').map(part => Number(part).toString(16).padStart(2, '0'))].join(':')
