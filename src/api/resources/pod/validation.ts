import {
  duplicate,
  type FieldError,
  forbidden,
  invalid,
  notSupported,
  notSupportedInOrder,
  required,
} from '../../field-error.ts'
import type { Container, HostAlias, Pod, PodSpec, PodTemplateSpec } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { validateLabels } from '../../validation/label-selector.ts'
import {
  isDns1123Label,
  isDns1123Subdomain,
  isDns1123SubdomainWithUnderscore,
  type NameCheck,
} from '../../validation/names.ts'
import { validateAnnotations } from '../../validation/object-meta.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'
import { validateAffinity } from './validate-affinity.ts'
import { validateContainers, validateInitContainers } from './validate-containers.ts'
import { validatePodSecurity } from './validate-security.ts'
import { validateSpread } from './validate-spread.ts'
import { validateTolerations } from './validate-tolerations.ts'
import { validateVolumes } from './validate-volumes.ts'

export const validatePod = (pod: Pod): readonly FieldError[] => [
  ...validatePodSpec(pod.spec, 'spec'),
  ...images(pod.spec.containers, 'spec.containers'),
  ...images(pod.spec.initContainers ?? [], 'spec.initContainers'),
]

/** The faults of a pod that is new. */
export const validateNewPod = (pod: Pod): readonly FieldError[] => [
  ...validatePod(pod),
  ...(pod.spec.ephemeralContainers?.length ? [forbidden('spec.ephemeralContainers', 'cannot be set on create')] : []),
  ...(pod.spec.nodeName && pod.spec.schedulingGates?.length
    ? [forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared')]
    : []),
]

// Templates may hold images that stand for something else.
const images = (containers: readonly Container[], field: string): readonly FieldError[] =>
  containers.flatMap(({ image = '' }, index) =>
    image.trim() === image
      ? []
      : [invalid(`${field}[${index}].image`, image, 'must not have leading or trailing whitespace')],
  )

/** The faults of a template; `field` is where it stands. */
export const validatePodTemplate = (template: PodTemplateSpec | undefined, field: string): readonly FieldError[] => [
  ...validateLabels(template?.metadata?.labels, `${field}.metadata.labels`),
  ...validateAnnotations(template?.metadata?.annotations, `${field}.metadata.annotations`),
  ...validatePodSpec(template?.spec ?? { containers: [] }, `${field}.spec`),
]

/** The faults of a pod's spec, in the order of the real server. */
export const validatePodSpec = (spec: PodSpec, field: string): readonly FieldError[] => [
  ...validateVolumes(spec.volumes ?? [], `${field}.volumes`),
  ...validateContainers(spec, `${field}.containers`),
  ...validateInitContainers(spec, `${field}.initContainers`),
  ...hostPorts(spec, `${field}.containers`),
  ...oneOf(spec.restartPolicy, ['Always', 'OnFailure', 'Never'], `${field}.restartPolicy`),
  ...oneOf(spec.dnsPolicy, ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'], `${field}.dnsPolicy`),
  ...validateLabels(spec.nodeSelector, `${field}.nodeSelector`),
  ...validatePodSecurity(spec, `${field}.securityContext`),
  ...validateAffinity(spec.affinity, `${field}.affinity`),
  ...dns(spec, `${field}.dnsConfig`),
  ...(spec.readinessGates ?? []).flatMap(({ conditionType }, index) =>
    named(conditionType, isLabelKey, `${field}.readinessGates[${index}].conditionType`),
  ),
  ...gates(spec, `${field}.schedulingGates`),
  ...validateSpread(spec.topologySpreadConstraints ?? [], `${field}.topologySpreadConstraints`),
  ...named(spec.serviceAccountName, isDns1123Subdomain, `${field}.serviceAccountName`),
  ...named(spec.nodeName, isDns1123Subdomain, `${field}.nodeName`),
  ...deadline(spec.activeDeadlineSeconds, `${field}.activeDeadlineSeconds`),
  ...named(spec.hostname, isDns1123Label, `${field}.hostname`),
  ...named(spec.subdomain, isDns1123Label, `${field}.subdomain`),
  ...validateTolerations(spec.tolerations ?? [], `${field}.tolerations`),
  ...(spec.hostAliases ?? []).flatMap((alias, index) => hostAlias(alias, `${field}.hostAliases[${index}]`)),
  ...named(spec.priorityClassName, isDns1123Subdomain, `${field}.priorityClassName`),
  ...named(spec.runtimeClassName, isDns1123Subdomain, `${field}.runtimeClassName`),
  ...(spec.preemptionPolicy === undefined
    ? []
    : oneOf(spec.preemptionPolicy, ['PreemptLowerPriority', 'Never'], `${field}.preemptionPolicy`)),
]

const gates = ({ schedulingGates = [] }: PodSpec, field: string): readonly FieldError[] =>
  schedulingGates.flatMap(({ name }, index) => [
    ...isLabelKey(name).map(text => invalid(`${field}[${index}]`, name, text)),
    ...(schedulingGates.findIndex(gate => gate.name === name) < index ? [duplicate(`${field}[${index}]`, name)] : []),
  ])

const named = (name: string | undefined, check: NameCheck, field: string): readonly FieldError[] =>
  name ? check(name).map(text => invalid(field, name, text)) : []

const oneOf = (value: string | undefined, supported: readonly string[], field: string): readonly FieldError[] => {
  if (!value) return [required(field)]
  return supported.includes(value) ? [] : [notSupportedInOrder(field, value, supported)]
}

const hostPorts = ({ hostNetwork, containers }: PodSpec, field: string): readonly FieldError[] =>
  hostNetwork
    ? containers.flatMap(({ ports = [] }, index) =>
        ports.flatMap(({ hostPort, containerPort }, at) =>
          hostPort && hostPort !== containerPort
            ? [
                invalid(
                  `${field}[${index}].ports[${at}].hostPort`,
                  hostPort,
                  'must match `containerPort` when `hostNetwork` is true',
                ),
              ]
            : [],
        ),
      )
    : []

const dns = ({ dnsPolicy, dnsConfig }: PodSpec, field: string): readonly FieldError[] => {
  const { nameservers = [], searches = [] } = dnsConfig ?? {}
  if (dnsPolicy === 'None' && !dnsConfig)
    return [required(field, `must provide \`dnsConfig\` when \`dnsPolicy\` is None`)]
  if (dnsPolicy === 'None' && nameservers.length === 0)
    return [required(`${field}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None')]
  return [
    ...(nameservers.length > 3
      ? [invalid(`${field}.nameservers`, nameservers, 'must not have more than 3 nameservers')]
      : []),
    ...nameservers.flatMap((address, index) => validateIp(address, `${field}.nameservers[${index}]`)),
    ...(searches.length > 32
      ? [invalid(`${field}.searches`, searches, 'must not have more than 32 search paths')]
      : []),
    ...(searches.join(' ').length > 2048
      ? [
          invalid(
            `${field}.searches`,
            searches,
            'must not have more than 2048 characters (including spaces) in the search list',
          ),
        ]
      : []),
    ...searches.flatMap((path, index) =>
      path === '.' ? [] : searchPath(path.replace(/\.$/, ''), `${field}.searches[${index}]`),
    ),
    ...(dnsConfig?.options ?? []).flatMap(({ name }, index) =>
      name ? [] : [required(`${field}.options[${index}]`, 'must not be empty')],
    ),
  ]
}

const searchPath = (path: string, field: string): readonly FieldError[] =>
  isDns1123SubdomainWithUnderscore(path).map(text => invalid(field, path, text))

const longest = 2 ** 31 - 1

const deadline = (seconds: number | undefined, field: string): readonly FieldError[] =>
  seconds !== undefined && (seconds < 1 || seconds > longest)
    ? [invalid(field, seconds, `must be between 1 and ${longest}, inclusive`)]
    : []

const hostAlias = ({ ip, hostnames = [] }: HostAlias, field: string): readonly FieldError[] => [
  ...validateIp(ip, `${field}.ip`),
  ...hostnames.flatMap((name, index) => named(name, isDns1123Subdomain, `${field}.hostnames[${index}]`)),
]

/** Pods of a controller that replaces them go on for ever. */
export const validateLastingTemplate = (
  template: PodTemplateSpec | undefined,
  kind: string,
  field: string,
): readonly FieldError[] => {
  const { restartPolicy, activeDeadlineSeconds } = template?.spec ?? {}
  return [
    ...validatePodTemplate(template, field),
    ...(restartPolicy !== undefined && restartPolicy !== 'Always'
      ? [notSupported(`${field}.spec.restartPolicy`, restartPolicy, ['Always'])]
      : []),
    ...(activeDeadlineSeconds === undefined
      ? []
      : [forbidden(`${field}.spec.activeDeadlineSeconds`, `activeDeadlineSeconds in ${kind} is not Supported`)]),
  ]
}
