import { eventLines } from '../../describe/events.ts'
import { heading } from '../../describe/heading.ts'
import { indent } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type { HorizontalPodAutoscaler, HPAScalingRules } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { metricTexts } from './metrics.ts'

/** The text of `kubectl describe hpa`. */
export const describeAutoscaler = async (
  object: HorizontalPodAutoscaler,
  context: DescribeContext,
): Promise<readonly string[]> => {
  const { metadata, spec, status } = object
  const { kind = '', name = '' } = spec?.scaleTargetRef ?? {}
  return [
    ...heading(object),
    `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`,
    `Reference:\t${kind}/${name}`,
    'Metrics:\t( current / target )',
    ...indent(metricTexts(object).map(({ long }) => long)),
    `Min replicas:\t${spec?.minReplicas ?? '<unset>'}`,
    `Max replicas:\t${spec?.maxReplicas ?? 0}`,
    ...(spec?.behavior
      ? [
          'Behavior:',
          ...ruleLines('Scale Up', spec.behavior.scaleUp),
          ...ruleLines('Scale Down', spec.behavior.scaleDown),
        ]
      : []),
    `${kind} pods:\t${status?.currentReplicas ?? 0} current / ${status?.desiredReplicas ?? 0} desired`,
    ...conditionLines(object),
    ...(await eventLines(object, context)),
  ]
}

const ruleLines = (title: string, rules: HPAScalingRules | undefined): readonly string[] => {
  if (!rules) return []
  const { stabilizationWindowSeconds: window, selectPolicy = 'Max', policies = [] } = rules
  const rows = policies.map(
    ({ type, value, periodSeconds }) => `- Type: ${type}\tValue: ${value}\tPeriod: ${periodSeconds} seconds`,
  )
  return [
    `  ${title}:`,
    ...(window === undefined ? [] : [`    Stabilization Window: ${window} seconds`]),
    ...(rows.length > 0 ? [`    Select Policy: ${selectPolicy}`, '    Policies:', ...indent(rows, 3)] : []),
  ]
}

const conditionLines = ({ status }: HorizontalPodAutoscaler): readonly string[] => {
  const conditions = status?.conditions ?? []
  if (conditions.length === 0) return []
  const rows = conditions.map(({ type, status: value, reason = '', message = '' }) =>
    [type, value, reason, message].join('\t'),
  )
  return ['Conditions:', ...indent(['Type\tStatus\tReason\tMessage', '----\t------\t------\t-------', ...rows])]
}
