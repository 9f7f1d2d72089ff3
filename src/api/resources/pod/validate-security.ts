import {
  duplicate,
  type FieldError,
  GoStruct,
  invalid,
  notSupported,
  notSupportedInOrder,
  required,
} from '../../field-error.ts'
import type {
  AppArmorProfile,
  PodSecurityContext,
  PodSpec,
  SeccompProfile,
  SecurityContext,
} from '../../generated/types.ts'
import { matchesWhole } from '../../validation/names.ts'
import { validateDescendingPath } from './validate-mounts.ts'

/** The faults of a pod's security context. */
export const validatePodSecurity = ({ securityContext, ...spec }: PodSpec, field: string): readonly FieldError[] => {
  if (!securityContext) return []
  const { fsGroup, runAsUser, runAsGroup, supplementalGroups = [], fsGroupChangePolicy } = securityContext
  return [
    ...validateId(fsGroup, `${field}.fsGroup`),
    ...validateId(runAsUser, `${field}.runAsUser`),
    ...validateId(runAsGroup, `${field}.runAsGroup`),
    ...supplementalGroups.flatMap((group, index) => validateId(group, `${field}.supplementalGroups[${index}]`)),
    ...(spec.shareProcessNamespace && spec.hostPID
      ? [invalid(`${field}.shareProcessNamespace`, true, 'ShareProcessNamespace and HostPID cannot both be enabled')]
      : []),
    ...sysctls(securityContext, spec, `${field}.sysctls`),
    ...oneOf(fsGroupChangePolicy, ['Always', 'OnRootMismatch'], `${field}.fsGroupChangePolicy`),
    ...seccomp(securityContext.seccompProfile, `${field}.seccompProfile`),
    ...appArmor(securityContext.appArmorProfile, `${field}.appArmorProfile`),
    ...oneOf(securityContext.supplementalGroupsPolicy, ['Merge', 'Strict'], `${field}.supplementalGroupsPolicy`),
  ]
}

/** The faults of a container's security context. */
export const validateSecurity = (context: SecurityContext | undefined, field: string): readonly FieldError[] =>
  context
    ? [
        ...validateId(context.runAsUser, `${field}.runAsUser`),
        ...validateId(context.runAsGroup, `${field}.runAsGroup`),
        ...oneOf(context.procMount, ['Default', 'Unmasked'], `${field}.procMount`),
        ...seccomp(context.seccompProfile, `${field}.seccompProfile`),
        ...escalation(context, field),
        ...appArmor(context.appArmorProfile, `${field}.appArmorProfile`),
      ]
    : []

const mostId = 2 ** 31 - 1

const validateId = (id: number | undefined, field: string): readonly FieldError[] =>
  id === undefined || (id >= 0 && id <= mostId)
    ? []
    : [invalid(field, id, `must be between 0 and ${mostId}, inclusive`)]

const oneOf = (value: string | undefined, supported: readonly string[], field: string): readonly FieldError[] =>
  value === undefined || supported.includes(value) ? [] : [notSupported(field, value, supported)]

// A privileged container may do everything anyhow.
const escalation = (context: SecurityContext, field: string): readonly FieldError[] => {
  const { allowPrivilegeEscalation, privileged, capabilities } = context
  if (allowPrivilegeEscalation !== false) return []
  const refuse = (what: string): FieldError =>
    invalid(field, shown(context), `cannot set \`allowPrivilegeEscalation\` to false and ${what}`)
  return [
    ...(privileged ? [refuse('`privileged` to true')] : []),
    ...(capabilities?.add?.includes('CAP_SYS_ADMIN') ? [refuse('`capabilities.Add` CAP_SYS_ADMIN')] : []),
  ]
}

/** As the server shows it: by the names and in the order of its Go type. */
const shown = (context: SecurityContext): GoStruct => {
  const { capabilities, ...given } = context
  return new GoStruct({
    Capabilities: capabilities ? { Add: capabilities.add ?? null, Drop: capabilities.drop ?? null } : null,
    Privileged: given.privileged ?? null,
    SELinuxOptions: given.seLinuxOptions ?? null,
    WindowsOptions: given.windowsOptions ?? null,
    RunAsUser: given.runAsUser ?? null,
    RunAsGroup: given.runAsGroup ?? null,
    RunAsNonRoot: given.runAsNonRoot ?? null,
    ReadOnlyRootFilesystem: given.readOnlyRootFilesystem ?? null,
    AllowPrivilegeEscalation: given.allowPrivilegeEscalation ?? null,
    ProcMount: given.procMount ?? null,
    SeccompProfile: given.seccompProfile ?? null,
    AppArmorProfile: given.appArmorProfile ?? null,
  })
}

const profileTypes = ['Localhost', 'RuntimeDefault', 'Unconfined']

const seccomp = (profile: SeccompProfile | undefined, field: string): readonly FieldError[] => {
  if (!profile) return []
  const { type, localhostProfile } = profile
  const at = `${field}.localhostProfile`
  return [
    ...profileType(type, `${field}.type`, 'seccompProfile'),
    ...(type === 'Localhost' && localhostProfile === undefined
      ? [required(at, 'must be set when seccomp type is Localhost')]
      : []),
    ...(type === 'Localhost' && localhostProfile !== undefined ? validateDescendingPath(localhostProfile, at) : []),
    ...(type !== 'Localhost' && localhostProfile !== undefined
      ? [
          invalid(
            at,
            new GoStruct({ Type: type, LocalhostProfile: localhostProfile }),
            'can only be set when seccomp type is Localhost',
          ),
        ]
      : []),
  ]
}

const appArmor = (profile: AppArmorProfile | undefined, field: string): readonly FieldError[] => {
  if (!profile) return []
  const { type, localhostProfile } = profile
  const at = `${field}.localhostProfile`
  if (type === 'Localhost') {
    if (!localhostProfile?.trim()) return [required(at, 'must be set when AppArmor type is Localhost')]
    if (localhostProfile.trim() === localhostProfile) return []
    return [invalid(at, localhostProfile, 'must not be padded with whitespace')]
  }
  if (!profileTypes.includes(type)) return profileType(type, `${field}.type`, 'appArmorProfile')
  return localhostProfile === undefined
    ? []
    : [invalid(at, localhostProfile, 'can only be set when AppArmor type is Localhost')]
}

const profileType = (type: string | undefined, field: string, what: string): readonly FieldError[] => {
  if (!type) return [required(field, `type is required when ${what} is set`)]
  return profileTypes.includes(type) ? [] : [notSupportedInOrder(field, type, profileTypes)]
}

const segment = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?'
const sysctlName = `(${segment}[\\./])*${segment}`

const sysctls = (
  { sysctls: given = [] }: PodSecurityContext,
  { hostNetwork, hostIPC }: PodSpec,
  field: string,
): readonly FieldError[] =>
  given.flatMap(({ name = '' }, index) => {
    const at = `${field}[${index}].name`
    return [
      ...sysctlFault(
        name,
        given.findIndex(other => other.name === name),
        { index, at },
      ),
      ...(hostNetwork && name.startsWith('net.')
        ? [invalid(at, name, "may not be specified when 'hostNetwork' is true")]
        : []),
      ...(hostIPC && /^(kernel\.(shm|msg|sem)|fs\.mqueue\.)/.test(name)
        ? [invalid(at, name, "may not be specified when 'hostIPC' is true")]
        : []),
    ]
  })

const sysctlFault = (
  name: string,
  first: number,
  { index, at }: { index: number; at: string },
): readonly FieldError[] => {
  if (name === '') return [required(at)]
  if (name.length > 253 || !matchesWhole(sysctlName, name)) {
    return [invalid(at, name, `must have at most 253 characters and match regex ^${sysctlName}$`)]
  }
  return first < index ? [duplicate(at, name)] : []
}
