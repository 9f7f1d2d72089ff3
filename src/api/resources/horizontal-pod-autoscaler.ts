import { ageColumn, column, nameColumn } from '../columns.ts'
import { type FieldError, invalid, required } from '../field-error.ts'
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec, MetricSpec } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { metricTexts } from './horizontal-pod-autoscaler/metrics.ts'
import { validateMetrics } from './horizontal-pod-autoscaler/validate-metrics.ts'

export const horizontalPodAutoscaler = defineResource<HorizontalPodAutoscaler>({
  group: 'autoscaling',
  version: 'v2',
  kind: 'HorizontalPodAutoscaler',
  plural: 'horizontalpodautoscalers',
  shortNames: ['hpa'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  hasGeneration: false,
  columns: [
    nameColumn,
    column('Reference', ({ spec }) => `${spec?.scaleTargetRef.kind}/${spec?.scaleTargetRef.name}`),
    column('Targets', object => targetsText(object)),
    column('MinPods', ({ spec }) => String(spec?.minReplicas ?? '<unset>')),
    column('MaxPods', ({ spec }) => spec?.maxReplicas ?? 0),
    column('Replicas', ({ status }) => status?.currentReplicas ?? 0),
    ageColumn,
  ],

  withDefaults: object => (object.spec ? { ...object, spec: specDefaults(object.spec) } : object),
  prepareForCreate: object => ({ ...object, status: { desiredReplicas: 0, currentMetrics: [] } }),
  validate: ({ spec }) => validate(spec),
  describe: async (object, context) =>
    (await import('./horizontal-pod-autoscaler/describe.ts')).describeAutoscaler(object, context),
})

const targetsText = (object: HorizontalPodAutoscaler): string => {
  const texts = metricTexts(object).map(({ short }) => short)
  if (texts.length === 0) return '<none>'
  const shown = texts.slice(0, 2).join(', ')
  return texts.length > 2 ? `${shown} + ${texts.length - 2} more...` : shown
}

/** Without any metric an autoscaler looks at the CPU. */
const busyProcessor: readonly MetricSpec[] = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
]

const specDefaults = (spec: HorizontalPodAutoscalerSpec): HorizontalPodAutoscalerSpec => ({
  ...spec,
  minReplicas: spec.minReplicas ?? 1,
  metrics: spec.metrics?.length ? spec.metrics : busyProcessor,
})

const validate = (spec: HorizontalPodAutoscalerSpec | undefined): readonly FieldError[] => {
  const { minReplicas = 1, maxReplicas = 0, scaleTargetRef } = spec ?? {}
  return [
    ...(minReplicas < 1 ? [invalid('spec.minReplicas', minReplicas, 'must be greater than or equal to 1')] : []),
    ...(maxReplicas < 1 ? [invalid('spec.maxReplicas', maxReplicas, 'must be greater than 0')] : []),
    ...(maxReplicas < minReplicas
      ? [invalid('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`')]
      : []),
    ...(scaleTargetRef?.kind ? [] : [required('spec.scaleTargetRef.kind')]),
    ...(scaleTargetRef?.name ? [] : [required('spec.scaleTargetRef.name')]),
    ...validateMetrics(spec?.metrics ?? [], 'spec.metrics'),
  ]
}
