import type { Client } from '../../api/client.ts'
import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { allContainers } from '../pods/containers.ts'
import { findResource } from '../selection/resource-types.ts'
import type { Context } from '../verb.ts'
import { choosePlace } from '../world/place.ts'
import type { Typed } from './scan.ts'
import { type Suggestion, words } from './suggestion.ts'

interface Open {
  readonly client: Client
  readonly namespace: string
}

type Words = Pick<Typed, 'values'> & Partial<Pick<Typed, 'operands'>>

/** The cluster that the words on the line mean. */
const open = async ({ values }: Words, { world }: Context): Promise<Open> => {
  const flag = (name: string): string => values.get(name) ?? ''
  const choice = {
    context: flag('context'),
    cluster: flag('cluster'),
    user: flag('user'),
    kubeconfig: flag('kubeconfig'),
  }
  const { cluster, namespace } = (await choosePlace(choice, world))()
  const client = await world.openClient({ cluster, user: flag('as') || undefined, onWarning: () => undefined })
  return { client, namespace: flag('namespace') || namespace }
}

/** The names of the objects of a type; none where there is no such type, or no cluster. */
export const objectNames = async (
  type: string,
  { typed, prefix = '' }: { readonly typed: Words; readonly prefix?: string },
  context: Context,
): Promise<readonly Suggestion[]> => {
  const resource = findResource(type)
  if (!resource) return []
  try {
    const { client, namespace } = await open(typed, context)
    const { items } = await client.list(resource, { namespace: resource.namespaced ? namespace : undefined })
    return words(items.map(({ metadata }) => `${prefix}${metadata.name}`))
  } catch {
    // A shell that completes a line wants words, and no errors.
    return []
  }
}

/** The containers of the pod that the line names. */
export const containerSuggestions = async (typed: Typed, context: Context): Promise<readonly Suggestion[]> => {
  const [word = ''] = typed.operands
  try {
    const { client, namespace } = await open(typed, context)
    const name = word.replace(/^pods?\//, '')
    const pod = (await client.get({ resource: resourceOfKind('Pod'), namespace, name })) as Pod
    return words(allContainers(pod).map(container => container.name))
  } catch {
    return []
  }
}
