import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { formatLabelSelector } from '../../api/selector-parser.ts'
import { type Context, Failure } from '../verb.ts'

/** The label selector of the pods that belong to an object. Throws, without saying what they were wanted for. */
export const podSelectorOf = (resource: Resource, object: KubeObject): string => {
  const { kind, workload } = resource
  if (!workload?.selector) throw new Error(`selector for ${goType(resource)} not implemented`)
  const selector = workload.selector(object)
  if (selector) return formatLabelSelector(selector)
  const what = `${kind.toLowerCase()} '${object.metadata.name}'`
  throw new Error(`invalid ${what}: ${kind} is defined without a selector`)
}

/** How kubectl's messages name a kind: `*v1.Service`. */
export const goType = ({ version, kind }: Pick<Resource, 'version' | 'kind'>): string => `*${version}.${kind}`

interface Wanted {
  readonly namespace: string | undefined
  readonly selector: string
  /** Milliseconds to wait for a first one. */
  readonly timeout: number
  order(left: Pod, right: Pod): number
}

/** The pods that a selector picks, the best one first; at least one. Throws when there is none for too long. */
export const podsOf = async (
  { namespace, selector, timeout, order }: Wanted,
  { client }: Pick<Context, 'client'>,
): Promise<readonly [Pod, ...Pod[]]> => {
  const resource = resourceOfKind('Pod')
  const options = { namespace, labelSelector: selector }
  const [first, ...others] = ((await client.list(resource, options)).items as readonly Pod[]).toSorted(order)
  if (first) return [first, ...others]
  for await (const { type, object } of client.watch(resource, { ...options, timeout })) {
    if (type !== 'DELETED') return [object as Pod]
  }
  throw new Failure('timed out waiting for the condition')
}
