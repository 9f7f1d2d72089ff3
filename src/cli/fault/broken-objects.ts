import { faultsOf } from '../../api/faults.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import type { Context } from '../verb.ts'
import type { Broken } from './write-faults.ts'

// The kinds that faults are kept at.
const kinds = ['Node', 'Service', 'Pod']

/** Everything in the cluster that somebody broke. */
export const brokenObjects = async ({ client }: Pick<Context, 'client'>): Promise<readonly Broken[]> => {
  const lists = await Promise.all(
    kinds.map(async kind => {
      const resource = resourceOfKind(kind)
      const { items } = await client.list(resource)
      return items.map(object => ({ resource, object }))
    }),
  )
  return lists.flat().filter(({ object }) => faultsOf(object).length > 0)
}
