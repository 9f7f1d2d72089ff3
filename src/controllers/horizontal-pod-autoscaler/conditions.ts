import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerCondition } from '../../api/generated/types.ts'
import { withCondition } from '../../api/pod-status.ts'

type Conditions = readonly HorizontalPodAutoscalerCondition[]
type Told = Omit<HorizontalPodAutoscalerCondition, 'lastTransitionTime'>

/** Conditions with others told at a time, as the API writes it. */
export const tellAll = (conditions: Conditions | undefined, told: readonly Told[], time: string): Conditions =>
  told.reduce<Conditions>(
    (all, condition) => withCondition(all, { ...condition, lastTransitionTime: time }),
    conditions ?? [],
  )

export const targetMissing = (message: string): Told => ({
  type: 'AbleToScale',
  status: 'False',
  reason: 'FailedGetScale',
  message: `the HPA controller was unable to get the target's current scale: ${message}`,
})

export const targetFound: Told = {
  type: 'AbleToScale',
  status: 'True',
  reason: 'SucceededGetScale',
  message: "the HPA controller was able to get the target's current scale",
}

export const rescaled = (size: number): Told => ({
  type: 'AbleToScale',
  status: 'True',
  reason: 'SucceededRescale',
  message: `the HPA controller was able to update the target scale to ${size}`,
})

export const disabled: Told = {
  type: 'ScalingActive',
  status: 'False',
  reason: 'ScalingDisabled',
  message: 'scaling is disabled since the replica count of the target is zero',
}

/** There is no server of metrics here, as in a cluster where none was installed. */
export const noMetrics = ({ spec }: HorizontalPodAutoscaler): Told => {
  const resource = spec?.metrics?.find(({ type }) => type === 'Resource')?.resource
  const reason = resource ? 'FailedGetResourceMetric' : 'InvalidMetricSourceType'
  return {
    type: 'ScalingActive',
    status: 'False',
    reason,
    message: `the HPA was unable to compute the replica count: ${problem(resource)}`,
  }
}

const problem = (
  resource: { readonly name: string; readonly target: { readonly type: string } } | undefined,
): string => {
  if (!resource) return 'no metrics are known here'
  const what = `failed to get ${resource.name} ${resource.target.type === 'Utilization' ? 'utilization' : 'resource metric value'}`
  return `${what}: unable to get metrics for resource ${resource.name}: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)`
}
