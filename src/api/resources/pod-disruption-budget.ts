import { ageColumn, column, nameColumn } from '../columns.ts'
import { eventLines } from '../describe/events.ts'
import { indent } from '../describe/lines.ts'
import { type FieldError, GoStruct, invalid, notSupported } from '../field-error.ts'
import type { PodDisruptionBudget } from '../generated/types.ts'
import { type DescribeContext, defineResource } from '../resource.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { validateIntOrPercent } from '../validation/int-or-percent.ts'
import { validateLabelSelector } from '../validation/label-selector.ts'

export const podDisruptionBudget = defineResource<PodDisruptionBudget>({
  group: 'policy',
  version: 'v1',
  kind: 'PodDisruptionBudget',
  plural: 'poddisruptionbudgets',
  shortNames: ['pdb'],
  namespaced: true,
  hasStatus: true,
  columns: [
    nameColumn,
    column('Min Available', ({ spec }) => String(spec?.minAvailable ?? 'N/A')),
    column('Max Unavailable', ({ spec }) => String(spec?.maxUnavailable ?? 'N/A')),
    column('Allowed Disruptions', ({ status }) => status?.disruptionsAllowed ?? 0, 'integer'),
    ageColumn,
  ],

  withDefaults: object => ({ ...object, spec: { ...object.spec } }),
  prepareForCreate: object => ({
    ...object,
    status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
  }),
  validate: object => validate(object),
  describe: (object, context) => describe(object, context),
})

const validate = ({ spec = {} }: PodDisruptionBudget): readonly FieldError[] => {
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy } = spec
  return [
    ...(minAvailable !== undefined && maxUnavailable !== undefined
      ? [invalid('spec', shown(spec), 'minAvailable and maxUnavailable cannot be both set')]
      : []),
    ...(minAvailable === undefined ? [] : validateIntOrPercent(minAvailable, 'spec.minAvailable')),
    ...(maxUnavailable === undefined ? [] : validateIntOrPercent(maxUnavailable, 'spec.maxUnavailable')),
    ...validateLabelSelector(selector, 'spec.selector'),
    ...(unhealthyPodEvictionPolicy === undefined || policies.includes(unhealthyPodEvictionPolicy)
      ? []
      : [notSupported('spec.unhealthyPodEvictionPolicy', unhealthyPodEvictionPolicy, policies)]),
  ]
}

const policies = ['AlwaysAllow', 'IfHealthyBudget']

/** As the server shows it: by the names and in the order of its Go type. */
const shown = (spec: NonNullable<PodDisruptionBudget['spec']>): GoStruct =>
  new GoStruct({
    MinAvailable: spec.minAvailable ?? null,
    Selector: spec.selector ?? null,
    MaxUnavailable: spec.maxUnavailable ?? null,
    UnhealthyPodEvictionPolicy: spec.unhealthyPodEvictionPolicy ?? null,
  })

const describe = async (object: PodDisruptionBudget, context: DescribeContext): Promise<readonly string[]> => {
  const { metadata, spec = {}, status = {} } = object
  const { minAvailable, maxUnavailable, selector } = spec
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    ...(minAvailable === undefined ? [] : [`Min available:\t${minAvailable}`]),
    ...(minAvailable === undefined && maxUnavailable !== undefined ? [`Max unavailable:\t${maxUnavailable}`] : []),
    `Selector:\t${selector ? formatLabelSelector(selector) : '<unset>'}`,
    'Status:',
    ...indent(
      [
        `Allowed disruptions:\t${status.disruptionsAllowed ?? 0}`,
        `Current:\t${status.currentHealthy ?? 0}`,
        `Desired:\t${status.desiredHealthy ?? 0}`,
        `Total:\t${status.expectedPods ?? 0}`,
      ],
      2,
    ),
    ...(await eventLines(object, context)),
  ]
}
