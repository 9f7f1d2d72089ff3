import type { HorizontalPodAutoscaler } from '../api/generated/types.ts'
import { resourceOf } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { resourceName } from '../api/resource.ts'
import { toRfc3339 } from '../util/clock.ts'
import { type Cluster, defineController, type Related, setStatus, tell, update } from './controller.ts'
import {
  disabled,
  noMetrics,
  rescaled,
  targetFound,
  targetMissing,
  tellAll,
} from './horizontal-pod-autoscaler/conditions.ts'

const from = 'horizontal-pod-autoscaler'

const scalersOf: Related = ({ kind, metadata }, cluster) =>
  cluster
    .list<HorizontalPodAutoscaler>('HorizontalPodAutoscaler', metadata.namespace)
    .filter(({ spec }) => spec?.scaleTargetRef.kind === kind && spec.scaleTargetRef.name === metadata.name)

/** Keeps its target between the least and the most replicas; what it uses is not known here. */
export const horizontalPodAutoscalerController = defineController<HorizontalPodAutoscaler>({
  name: 'horizontalpodautoscaler',
  reconciles: 'HorizontalPodAutoscaler',
  watches: {
    Deployment: scalersOf,
    ReplicaSet: scalersOf,
    StatefulSet: scalersOf,
    ReplicationController: scalersOf,
  },

  reconcile(scaler, cluster) {
    const { spec, status, metadata } = scaler
    const time = toRfc3339(cluster.now)
    const target = targetOf(scaler, cluster)
    const scale = target && resourceOf(target)?.scale
    if (!target || !scale) {
      const conditions = tellAll(status?.conditions, [targetMissing(missingText(scaler))], time)
      return [setStatus(scaler, { desiredReplicas: 0, ...status, conditions })]
    }
    const wanted = scale.replicas(target)
    const size = wanted === 0 ? 0 : Math.max(spec?.minReplicas ?? 1, Math.min(wanted, spec?.maxReplicas ?? wanted))
    const told =
      size === wanted ? [targetFound, wanted === 0 ? disabled : noMetrics(scaler)] : [targetFound, rescaled(size)]
    const conditions = tellAll(status?.conditions, told, time)
    const current = scale.current(target)
    return [
      ...(size === wanted ? [] : [update(scale.withReplicas(target, size)), tell(scaler, resizedNote(wanted, size))]),
      setStatus(scaler, {
        ...status,
        ...(metadata.generation ? { observedGeneration: metadata.generation } : {}),
        ...(current > 0 ? { currentReplicas: current } : {}),
        ...(size === wanted ? {} : { lastScaleTime: time }),
        desiredReplicas: size === wanted ? (status?.desiredReplicas ?? 0) : size,
        currentMetrics: status?.currentMetrics ?? null,
        conditions,
      }),
    ]
  },
})

const targetOf = ({ spec, metadata }: HorizontalPodAutoscaler, cluster: Cluster): KubeObject | undefined => {
  const { apiVersion = '', kind = '', name = '' } = spec?.scaleTargetRef ?? {}
  return resourceOf({ apiVersion, kind }) && cluster.get(kind, metadata.namespace, name)
}

const missingText = ({ spec }: HorizontalPodAutoscaler): string => {
  const { apiVersion = '', kind = '', name = '' } = spec?.scaleTargetRef ?? {}
  const resource = resourceOf({ apiVersion, kind })
  return resource
    ? `${resourceName(resource)} "${name}" not found`
    : `no matches for kind "${kind}" in group "${apiVersion.split('/')[0]}"`
}

const resizedNote = (before: number, size: number) =>
  ({
    type: 'Normal',
    reason: 'SuccessfulRescale',
    message: `New size: ${size}; reason: Current number of replicas ${before > size ? 'above Spec.MaxReplicas' : 'below Spec.MinReplicas'}`,
    from,
  }) as const
