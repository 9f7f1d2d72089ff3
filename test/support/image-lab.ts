import type { Behaviour, ContainerRequest, ContainerResponse } from '../../src/api/behaviour.ts'
import type { ConfigMap, Pod } from '../../src/api/generated/types.ts'
import { behavioursIn } from '../../src/images/behaviour-of.ts'
import { viewOf } from './dns/fixture-view.ts'

/** The time at which containers are asked, and began if a test says nothing else. */
export const now = 1_000_000

const urls: ConfigMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'urls', namespace: 'default' },
  data: { api: 'http://x/' },
}
const behaviourOf = behavioursIn(viewOf([urls]))

/** What the first container of a pod does, in a cluster that has ConfigMap urls with the key api, and nothing else. */
export const behaviourIn = (pod: Pod, startedAt = now): Behaviour => {
  const [container] = pod.spec.containers
  if (!container) throw new Error('a pod has containers')
  return behaviourOf({ ...pod, metadata: { ...pod.metadata, namespace: 'default' } }, container, startedAt)
}

/** Its answer to a request; undefined if it gives none. */
export const ask = (
  pod: Pod,
  path: string,
  { method = 'GET', headers = {}, body = '', client }: Partial<ContainerRequest> = {},
): ContainerResponse | undefined => behaviourIn(pod).respond?.({ method, path, headers, body, client }, now)
