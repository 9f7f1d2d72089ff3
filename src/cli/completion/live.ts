import type { Client } from '../../api/client.ts'
import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { attachablePod, parsePodTarget } from '../pods/attachable-pod.ts'
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
  { typed, prefix = '', suffix = '' }: { readonly typed: Words; readonly prefix?: string; readonly suffix?: string },
  context: Context,
): Promise<readonly Suggestion[]> => {
  const resource = findResource(type)
  if (!resource) return []
  try {
    const { client, namespace } = await open(typed, context)
    const { items } = await client.list(resource, { namespace: resource.namespaced ? namespace : undefined })
    return words(items.map(({ metadata }) => `${prefix}${metadata.name}${suffix}`))
  } catch {
    // A shell that completes a line wants words, and no errors.
    return []
  }
}

/** The containers of the pod that the line names, or of what it belongs to. */
export const containerSuggestions = async (typed: Typed, context: Context): Promise<readonly Suggestion[]> => {
  try {
    return words(allContainers(await podOf(typed, context)).map(container => container.name))
  } catch {
    return []
  }
}

/** The ports of the Service or of the pod's containers that the line names, each with what is typed before it. */
export const portSuggestions = async (typed: Typed, last: string, context: Context): Promise<readonly Suggestion[]> => {
  try {
    const ports = await portsOf(typed, context)
    const [local = ''] = last.split(':')
    return words(ports.map(port => `${last === '' ? port : local}:${port}`))
  } catch {
    return []
  }
}

const portsOf = async (typed: Typed, context: Context): Promise<readonly number[]> => {
  const [type = '', name] = (typed.operands[0] ?? '').split('/')
  const named = name === undefined ? undefined : findResource(type)
  // A workload has no ports of its own: those of its pod count.
  if (name === undefined || !named?.forwarding) return portsIn(resourceOfKind('Pod'), await podOf(typed, context))
  const { client, namespace } = await open(typed, context)
  return portsIn(named, await client.get({ resource: named, namespace, name }))
}

const portsIn = ({ forwarding }: Resource, object: KubeObject): readonly number[] =>
  (forwarding?.ports(object) ?? []).map(({ port }) => port)

const podOf = async (typed: Typed, context: Context): Promise<Pod> => {
  const { client, namespace } = await open(typed, context)
  const target = parsePodTarget(typed.operands[0] ?? '')
  return (await attachablePod({ target, timeout: 0 }, { ...context, client, namespace })).pod
}
