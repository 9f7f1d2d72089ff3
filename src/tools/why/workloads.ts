import type {
  DaemonSet,
  Deployment,
  PodTemplateSpec,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
} from '../../api/generated/types.ts'
import { controllerOf, type KubeObject } from '../../api/meta.ts'
import type { ClusterView } from '../../api/view.ts'

/** Something that makes pods. */
export interface Workload {
  readonly object: KubeObject
  readonly template: PodTemplateSpec
  /** Undefined where the nodes decide. */
  readonly replicas: number | undefined
}

/** What makes pods in a namespace, ReplicaSets of Deployments left out. */
export const workloads = (view: ClusterView, namespace: string | undefined): readonly Workload[] => {
  const replicated = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'].flatMap(kind =>
    view.list<Deployment | StatefulSet | ReplicaSet | ReplicationController>(kind, namespace),
  )
  return [
    ...replicated
      .filter(object => !controllerOf(object))
      .map(object => ({ object, template: object.spec?.template ?? {}, replicas: object.spec?.replicas ?? 1 })),
    ...view
      .list<DaemonSet>('DaemonSet', namespace)
      .map(object => ({ object, template: object.spec?.template ?? {}, replicas: undefined })),
  ]
}
