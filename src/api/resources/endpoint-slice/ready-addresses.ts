import type { EndpointSlice } from '../../generated/types.ts'
import { firstThree } from './first-three.ts'
import { hostPort } from './host-port.ts'

/** The ready endpoints of a Service port of this name, as describe shows them; `<none>` where there are no slices. */
export const readyAddresses = (slices: readonly EndpointSlice[], portName: string): string =>
  slices.length === 0 ? '<none>' : firstThree(slices.flatMap(slice => addressesOf(slice, portName)))

const addressesOf = ({ ports, endpoints }: EndpointSlice, portName: string): readonly string[] => {
  const ready = (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false)
  const addresses = ready.map(endpoint => endpoint.addresses[0] ?? '')
  // A named port that no container has leaves a slice without ports: its addresses are shown all the same.
  if (!ports?.length) return addresses
  return ports
    .filter(({ name }) => (name ?? '') === portName)
    .flatMap(({ port }) => addresses.map(address => hostPort(address, port ?? 0)))
}
