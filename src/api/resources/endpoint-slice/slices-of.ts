import type { Client } from '../../client.ts'
import type { EndpointSlice, ObjectMeta } from '../../generated/types.ts'
import { endpointSlice } from '../endpoint-slice.ts'

/** The slices of the Service of this name. */
export const slicesOf = async (
  client: Client,
  { name, namespace }: Pick<ObjectMeta, 'name' | 'namespace'>,
): Promise<readonly EndpointSlice[]> => {
  const { items } = await client.list(endpointSlice, { namespace, labelSelector: `kubernetes.io/service-name=${name}` })
  return items as readonly EndpointSlice[]
}
