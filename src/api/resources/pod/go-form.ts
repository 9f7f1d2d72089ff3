import type { PodSpec, PodTemplateSpec } from '../../generated/types.ts'

// The server prints a spec that it refuses as its own Go types have it. Behind a field's name stands what it is when it
// is not set: `$` an empty string, `?` false, else null.
const podFields =
  'Volumes InitContainers Containers EphemeralContainers RestartPolicy$ TerminationGracePeriodSeconds ActiveDeadlineSeconds DNSPolicy$ NodeSelector ServiceAccountName$ AutomountServiceAccountToken NodeName$ SecurityContext ImagePullSecrets Hostname$ Subdomain$ SetHostnameAsFQDN Affinity SchedulerName$ Tolerations HostAliases PriorityClassName$ Priority PreemptionPolicy DNSConfig ReadinessGates RuntimeClassName Overhead EnableServiceLinks TopologySpreadConstraints OS SchedulingGates ResourceClaims Resources HostnameOverride SchedulingGroup'
const containerFields =
  'Name$ Image$ Command Args WorkingDir$ Ports EnvFrom Env Resources ResizePolicy RestartPolicy RestartPolicyRules VolumeMounts VolumeDevices LivenessProbe ReadinessProbe StartupProbe Lifecycle TerminationMessagePath$ TerminationMessagePolicy$ ImagePullPolicy$ SecurityContext Stdin? StdinOnce? TTY?'
const securityFields =
  'HostNetwork? HostPID? HostIPC? ShareProcessNamespace HostUsers SELinuxOptions WindowsOptions RunAsUser RunAsGroup RunAsNonRoot SupplementalGroups SupplementalGroupsPolicy FSGroup FSGroupChangePolicy Sysctls SeccompProfile AppArmorProfile SELinuxChangePolicy'
const hostFields = ['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers'] as const
const resourceFields = 'Limits Requests Claims'

type Fields = Readonly<Record<string, unknown>>

/** A pod's spec as messages about forbidden changes print it. */
export const goPodSpec = (spec: PodSpec | undefined): object => {
  const { securityContext, containers, initContainers, ...rest } = spec ?? { containers: [] }
  const host = Object.fromEntries(hostFields.map(name => [name, rest[name]]))
  return struct(podFields, {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, capitalised(value)])),
    containers: containers.map(goContainer),
    initContainers: initContainers?.map(goContainer),
    securityContext: struct(securityFields, { ...securityContext, ...host }),
  })
}

export const goTemplate = ({ metadata, spec }: PodTemplateSpec = {}): object => ({
  ...(metadata?.labels ? { labels: metadata.labels } : {}),
  ...(metadata?.annotations ? { annotations: metadata.annotations } : {}),
  Spec: goPodSpec(spec),
})

const goContainer = (container: PodSpec['containers'][number]): object => {
  const fields = Object.entries(container).map(([name, value]) => [name, capitalised(value)])
  return struct(containerFields, {
    ...Object.fromEntries(fields),
    resources: struct(resourceFields, { ...container.resources }),
  })
}

const struct = (names: string, values: Fields): object =>
  Object.fromEntries(
    names.split(' ').map(text => {
      const name = text.replace(/[$?]$/, '')
      const zero = text.endsWith('$') ? '' : text.endsWith('?') ? false : null
      return [name, values[jsonName(name)] ?? zero]
    }),
  )

/** `DNSPolicy` is `dnsPolicy`, `TTY` is `tty`. */
const jsonName = (name: string): string =>
  name === 'SELinuxOptions' || name === 'SELinuxChangePolicy'
    ? `se${name.slice(2)}`
    : name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, start => start.toLowerCase())

const capitalised = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(capitalised)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.charAt(0).toUpperCase() + name.slice(1), capitalised(item)]),
  )
}
