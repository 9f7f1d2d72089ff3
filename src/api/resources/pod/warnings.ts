import { sameJson } from '../../../util/same-json.ts'
import type { ObjectMeta, Pod, PodSpec, PodTemplateSpec } from '../../generated/types.ts'
import { isDns1123Label } from '../../validation/names.ts'
import type { Placed } from './placed-container.ts'
import { affinityWarnings, labelWarnings } from './warnings-about-nodes.ts'
import { portWarnings } from './warnings-about-ports.ts'
import { resourceWarnings } from './warnings-about-resources.ts'
import { volumeWarnings } from './warnings-about-volumes.ts'

/** What the server remarks on a pod's spec without refusing it. */
export const podWarnings = (spec: PodSpec | undefined, field: string): readonly string[] =>
  spec
    ? [
        ...labelWarnings(spec, field),
        ...volumeWarnings(spec.volumes ?? [], `${field}.volumes`),
        ...twice(spec.hostAliases, ({ ip }) => ip, [`${field}.hostAliases`, 'ip']),
        ...twice(spec.imagePullSecrets, ({ name = '' }) => name, [`${field}.imagePullSecrets`, 'name']),
        ...(spec.imagePullSecrets ?? []).flatMap(({ name }, index) =>
          name ? [] : [`${field}.imagePullSecrets[${index}].name: invalid empty name ""`],
        ),
        ...inOrder(spec, field).flatMap(({ container, at }) => [
          ...resourceWarnings(container.resources, `${at}.resources`),
          ...hiddenVariables(container, `${at}.env`),
        ]),
        ...portWarnings(inOrder(spec, field)),
        ...((spec.terminationGracePeriodSeconds ?? 0) < 0
          ? [
              `${field}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`,
            ]
          : []),
        ...affinityWarnings(spec, `${field}.affinity`),
      ]
    : []

/** The same for a new pod, whose name is that of a host. */
export const warningsOfPod = ({ metadata, spec }: Pod, old?: Pod): readonly string[] => [
  ...(old ? [] : hostNameWarnings(metadata, "the Pod's hostname")),
  ...podWarnings(spec, 'spec'),
]

interface WithTemplate {
  readonly metadata: ObjectMeta
  readonly spec?: { readonly template?: PodTemplateSpec | undefined } | undefined
}

/** The same for a workload of a template: when it is new, and when it changes. */
export const templateWarnings = ({ spec }: WithTemplate, old?: WithTemplate): readonly string[] =>
  old && sameJson(spec, old.spec) ? [] : podWarnings(spec?.template?.spec, 'spec.template.spec')

/** And where pods are named after the workload. */
export const workloadWarnings = (object: WithTemplate, old?: WithTemplate): readonly string[] => [
  ...(old ? [] : hostNameWarnings(object.metadata, 'Pod names and hostnames')),
  ...templateWarnings(object, old),
]

const hostNameWarnings = ({ name }: ObjectMeta, use: string): readonly string[] => {
  const faults = isDns1123Label(name)
  const advice = 'which can result in surprising behavior; a DNS label is recommended'
  return faults.length > 0 ? [`metadata.name: this is used in ${use}, ${advice}: [${faults.join(' ')}]`] : []
}

const inOrder = (spec: PodSpec, field: string): readonly Placed[] =>
  (['initContainers', 'containers'] as const).flatMap(list =>
    (spec[list] ?? []).map((container, index) => ({ container, at: `${field}.${list}[${index}]` })),
  )

const twice = <T>(
  items: readonly T[] = [],
  keyOf: (item: T) => string,
  [field, name]: readonly [string, string],
): readonly string[] =>
  items.flatMap((item, index) =>
    items.findIndex(other => keyOf(other) === keyOf(item)) < index
      ? [`${field}[${index}].${name}: duplicate ${name} ${JSON.stringify(keyOf(item))}`]
      : [],
  )

const hiddenVariables = ({ env = [] }: Placed['container'], field: string): readonly string[] =>
  env.flatMap(({ name, value = '', valueFrom }, index) => {
    const isLater = env.findIndex(other => other.name === name) < index
    const reference = `$(${name})`
    // A variable that is built from its earlier value does not hide it.
    const hides = valueFrom !== undefined || value === reference || !value.includes(reference)
    return isLater && hides
      ? [`${field}[${index}]: hides previous definition of "${name}", which may be dropped when using apply`]
      : []
  })
