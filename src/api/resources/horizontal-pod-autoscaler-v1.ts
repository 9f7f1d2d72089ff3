import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerStatus, MetricSpec } from '../generated/types.ts'
import { defineGuise } from '../guise.ts'
import type { KubeObject } from '../meta.ts'
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts'

/** An autoscaler as its first version tells it: it knows the CPU only. */
interface HorizontalPodAutoscalerV1 extends KubeObject {
  readonly spec?: Pick<
    NonNullable<HorizontalPodAutoscaler['spec']>,
    'scaleTargetRef' | 'minReplicas' | 'maxReplicas'
  > & {
    readonly targetCPUUtilizationPercentage?: number | undefined
  }
  readonly status?: {
    readonly observedGeneration?: number | undefined
    readonly lastScaleTime?: string | undefined
    readonly currentReplicas: number
    readonly desiredReplicas: number
  }
}

// What the first version has no field for is text in an annotation.
const conditionsKey = 'autoscaling.alpha.kubernetes.io/conditions'
const metricsKey = 'autoscaling.alpha.kubernetes.io/metrics'

export const horizontalPodAutoscalerV1 = defineGuise<HorizontalPodAutoscalerV1, HorizontalPodAutoscaler>(
  { version: 'v1' },
  {
    of: horizontalPodAutoscaler,
    toStored: ({ metadata, spec, status }) => {
      const { [conditionsKey]: conditions, [metricsKey]: others, ...annotations } = metadata.annotations ?? {}
      const { targetCPUUtilizationPercentage: busy, ...rest } = spec ?? {
        scaleTargetRef: { kind: '', name: '' },
        maxReplicas: 0,
      }
      const metrics = [...read<MetricSpec>(others), ...(busy === undefined ? [] : [processor(busy)])]
      return {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { ...metadata, ...(metadata.annotations ? { annotations } : {}) },
        spec: { ...rest, ...(metrics.length > 0 ? { metrics } : {}) },
        status: {
          ...status,
          desiredReplicas: status?.desiredReplicas ?? 0,
          currentMetrics: null as unknown as [],
          ...(conditions ? { conditions: read<Condition>(conditions) } : {}),
        },
      }
    },
    fromStored: ({ metadata, spec, status }) => {
      const { metrics = [], scaleTargetRef = { kind: '', name: '' }, minReplicas, maxReplicas = 0 } = spec ?? {}
      const busy = metrics.find(isProcessor)
      const others = metrics.filter(metric => metric !== busy)
      const target = busy?.resource?.target.averageUtilization
      const annotations = {
        ...metadata.annotations,
        ...(status?.conditions?.length ? { [conditionsKey]: JSON.stringify(status.conditions) } : {}),
        ...(others.length > 0 ? { [metricsKey]: JSON.stringify(others) } : {}),
      }
      return {
        apiVersion: 'autoscaling/v1',
        kind: 'HorizontalPodAutoscaler',
        metadata: { ...metadata, ...(Object.keys(annotations).length > 0 ? { annotations } : {}) },
        spec: {
          scaleTargetRef,
          ...(minReplicas === undefined ? {} : { minReplicas }),
          maxReplicas,
          ...(target === undefined ? {} : { targetCPUUtilizationPercentage: target }),
        },
        status: statusOf(status),
      }
    },
  },
)

type Condition = NonNullable<HorizontalPodAutoscalerStatus['conditions']>[number]

const statusOf = (
  status: HorizontalPodAutoscalerStatus | undefined,
): NonNullable<HorizontalPodAutoscalerV1['status']> => ({
  ...(status?.observedGeneration === undefined ? {} : { observedGeneration: status.observedGeneration }),
  ...(status?.lastScaleTime === undefined ? {} : { lastScaleTime: status.lastScaleTime }),
  currentReplicas: status?.currentReplicas ?? 0,
  desiredReplicas: status?.desiredReplicas ?? 0,
})

const processor = (averageUtilization: number): MetricSpec => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
})

const isProcessor = ({ type, resource }: MetricSpec): boolean =>
  type === 'Resource' && resource?.name === 'cpu' && resource.target.type === 'Utilization'

const read = <T>(text: string | undefined): readonly T[] => {
  try {
    return JSON.parse(text ?? '[]') as readonly T[]
  } catch {
    return []
  }
}
