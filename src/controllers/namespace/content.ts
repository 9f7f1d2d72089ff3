import { storedKinds } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'

/** What a namespace holds of one kind. */
export interface Content {
  readonly resource: Resource
  readonly objects: readonly KubeObject[]
}

export const namespacedKinds = (): readonly Resource[] => storedKinds().filter(({ namespaced }) => namespaced)

/** What is in a namespace, kind by kind; kinds of which nothing is there are left out. */
export const contentOf = (namespace: string, cluster: ClusterView): readonly Content[] =>
  namespacedKinds().flatMap(resource => {
    const objects = cluster.list(resource.kind, namespace)
    return objects.length > 0 ? [{ resource, objects: [...objects] }] : []
  })
