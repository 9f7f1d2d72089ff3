import { type FieldError, forbidden, invalid, notSupported, required } from '../../field-error.ts'
import type { HostAlias, Pod, PodSpec, PodTemplateSpec, Toleration } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { validateLabels } from '../../validation/label-selector.ts'
import { isDns1123Label, isDns1123Subdomain, type NameCheck } from '../../validation/names.ts'
import { validateAnnotations } from '../../validation/object-meta.ts'
import { isLabelKey, isLabelValue } from '../../validation/qualified-name.ts'
import { validateContainers, validateInitContainers } from './validate-containers.ts'
import { validateVolumes } from './validate-volumes.ts'

export const validatePod = ({ spec }: Pod): readonly FieldError[] => validatePodSpec(spec, 'spec')

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
  ...dns(spec, `${field}.dnsConfig`),
  ...(spec.readinessGates ?? []).flatMap(({ conditionType }, index) =>
    named(conditionType, isLabelKey, `${field}.readinessGates[${index}].conditionType`),
  ),
  ...named(spec.serviceAccountName, isDns1123Subdomain, `${field}.serviceAccountName`),
  ...named(spec.nodeName, isDns1123Subdomain, `${field}.nodeName`),
  ...deadline(spec.activeDeadlineSeconds, `${field}.activeDeadlineSeconds`),
  ...named(spec.hostname, isDns1123Label, `${field}.hostname`),
  ...named(spec.subdomain, isDns1123Label, `${field}.subdomain`),
  ...(spec.tolerations ?? []).flatMap((toleration, index) =>
    validateToleration(toleration, `${field}.tolerations[${index}]`),
  ),
  ...(spec.hostAliases ?? []).flatMap((alias, index) => hostAlias(alias, `${field}.hostAliases[${index}]`)),
  ...named(spec.priorityClassName, isDns1123Subdomain, `${field}.priorityClassName`),
]

const named = (name: string | undefined, check: NameCheck, field: string): readonly FieldError[] =>
  name ? check(name).map(text => invalid(field, name, text)) : []

const oneOf = (value: string | undefined, supported: readonly string[], field: string): readonly FieldError[] => {
  if (!value) return [required(field)]
  return supported.includes(value) ? [] : [notSupported(field, value, supported)]
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
  return [
    ...(dnsPolicy === 'None' && nameservers.length === 0
      ? [required(`${field}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None')]
      : []),
    ...(nameservers.length > 3
      ? [invalid(`${field}.nameservers`, nameservers, 'must not have more than 3 nameservers')]
      : []),
    ...nameservers.flatMap((address, index) => validateIp(address, `${field}.nameservers[${index}]`)),
    ...(searches.length > 32
      ? [invalid(`${field}.searches`, searches, 'must not have more than 32 search paths')]
      : []),
    ...searches.flatMap((path, index) =>
      path === '.' ? [] : named(path.replace(/\.$/, ''), isDns1123Subdomain, `${field}.searches[${index}]`),
    ),
  ]
}

const longest = 2 ** 31 - 1

const deadline = (seconds: number | undefined, field: string): readonly FieldError[] =>
  seconds !== undefined && (seconds < 1 || seconds > longest)
    ? [invalid(field, seconds, `must be between 1 and ${longest}, inclusive`)]
    : []

const hostAlias = ({ ip, hostnames = [] }: HostAlias, field: string): readonly FieldError[] => [
  ...validateIp(ip, `${field}.ip`),
  ...hostnames.flatMap((name, index) => named(name, isDns1123Subdomain, `${field}.hostnames[${index}]`)),
]

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

const validateToleration = (toleration: Toleration, field: string): readonly FieldError[] => {
  const { key = '', operator, value = '', effect, tolerationSeconds } = toleration
  const equals = !operator || operator === 'Equal'
  return [
    ...named(key, isLabelKey, `${field}.key`),
    ...(key === '' && operator !== 'Exists'
      ? [
          invalid(
            `${field}.operator`,
            operator ?? '',
            'operator must be Exists when `key` is empty, which means "match all values and all keys"',
          ),
        ]
      : []),
    ...(tolerationSeconds !== undefined && effect !== 'NoExecute'
      ? [invalid(`${field}.effect`, effect ?? '', "effect must be 'NoExecute' when `tolerationSeconds` is set")]
      : []),
    ...(equals ? isLabelValue(value).map(text => invalid(`${field}.operator`, value, text)) : []),
    ...(operator === 'Exists' && value !== ''
      ? [invalid(`${field}.operator`, toleration, "value must be empty when `operator` is 'Exists'")]
      : []),
    ...(!equals && operator !== 'Exists' ? [notSupported(`${field}.operator`, operator, ['Equal', 'Exists'])] : []),
    ...(effect && !effects.includes(effect) ? [notSupported(`${field}.effect`, effect, effects)] : []),
  ]
}

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
