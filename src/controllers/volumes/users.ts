import type { PersistentVolumeClaim, Pod } from '../../api/generated/types.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import type { Cluster, Related } from '../controller.ts'

/** The pods that use a claim and have not ended. */
export const usersOf = ({ metadata }: PersistentVolumeClaim, cluster: Cluster): readonly Pod[] =>
  cluster
    .list<Pod>('Pod', metadata.namespace)
    .filter(pod => !isPodFinished(pod) && claimNames(pod).includes(metadata.name))

/** The claims of a pod that is new, was put on a node, ended or went. */
export const claimsOfPod: Related = (object, cluster, before) => {
  const pod = object as Pod
  const old = before as Pod | undefined
  const names = claimNames(pod)
  const isSame = old && old.spec.nodeName === pod.spec.nodeName && isPodFinished(old) === isPodFinished(pod)
  if (names.length === 0 || isSame) return []
  return names.flatMap(
    name => cluster.get<PersistentVolumeClaim>('PersistentVolumeClaim', pod.metadata.namespace, name) ?? [],
  )
}

const claimNames = ({ metadata, spec }: Pod): readonly string[] =>
  (spec.volumes ?? []).flatMap(({ name, persistentVolumeClaim, ephemeral }) =>
    ephemeral ? [`${metadata.name}-${name}`] : (persistentVolumeClaim?.claimName ?? []),
  )
