import {
  duplicate,
  type FieldError,
  forbidden,
  invalid,
  notSupported,
  notSupportedInOrder,
  required,
} from '../../field-error.ts'
import type { Container, ContainerPort, PodSpec } from '../../generated/types.ts'
import { isSidecar } from '../../pod-status.ts'
import { isDns1123Label, isPortName } from '../../validation/names.ts'
import { supportedProtocols, validatePort } from '../../validation/ports.ts'
import { validateEnvironment, validateEnvironmentSources } from './validate-environment.ts'
import { validateMounts } from './validate-mounts.ts'
import { validateProbes } from './validate-probes.ts'
import { validateResources } from './validate-resources.ts'
import { validateSecurity } from './validate-security.ts'

/** The faults of the containers of a pod, each container's together. */
export const validateContainers = (spec: PodSpec, field: string): readonly FieldError[] => {
  const containers = spec.containers ?? []
  if (containers.length === 0) return [required(field)]
  return [
    ...containers.flatMap((container, index) => [
      ...validateContainer(container, spec, `${field}[${index}]`),
      ...repeated(containers, index, `${field}[${index}].name`),
      ...validateProbes(container, `${field}[${index}]`, spec.terminationGracePeriodSeconds),
      ...validateRestart(container, `${field}[${index}].restartPolicy`),
    ]),
    ...hostPortConflicts(containers, field),
  ]
}

export const validateInitContainers = (spec: PodSpec, field: string): readonly FieldError[] =>
  (spec.initContainers ?? []).flatMap((container, index, all) => [
    ...validateContainer(container, spec, `${field}[${index}]`),
    ...validateRestart(container, `${field}[${index}].restartPolicy`),
    ...repeated([...spec.containers, ...all], spec.containers.length + index, `${field}[${index}].name`),
    ...hostPortConflicts([container], field),
    ...(isSidecar(container)
      ? validateProbes(container, `${field}[${index}]`, spec.terminationGracePeriodSeconds)
      : lasting.flatMap(name => (container[name] ? [forbidden(`${field}[${index}].${name}`, onlySidecars)] : []))),
  ])

const lasting = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const
const onlySidecars = 'may not be set for init containers without restartPolicy=Always'

const validateRestart = ({ restartPolicy }: Container, field: string): readonly FieldError[] =>
  restartPolicy === undefined || restartPolicies.includes(restartPolicy)
    ? []
    : [notSupported(field, restartPolicy, restartPolicies)]

// A container may have rules of its own.
const restartPolicies = ['Always', 'Never', 'OnFailure']

const repeated = (containers: readonly Container[], index: number, field: string): readonly FieldError[] => {
  const { name = '' } = containers[index] ?? {}
  return name !== '' && containers.findIndex(other => other.name === name) < index ? [duplicate(field, name)] : []
}

const validateContainer = (container: Container, spec: PodSpec, field: string): readonly FieldError[] => {
  const { name = '', image = '', resources = {} } = container
  return [
    ...(name === ''
      ? [required(`${field}.name`)]
      : isDns1123Label(name).map(text => invalid(`${field}.name`, name, text))),
    ...(image === '' ? [required(`${field}.image`)] : []),
    ...messagePolicy(container.terminationMessagePolicy, `${field}.terminationMessagePolicy`),
    ...validatePorts(container.ports ?? [], `${field}.ports`),
    ...validateEnvironment(container.env ?? [], `${field}.env`),
    ...validateEnvironmentSources(container.envFrom ?? [], `${field}.envFrom`),
    ...validateMounts(container.volumeMounts ?? [], spec.volumes ?? [], `${field}.volumeMounts`),
    ...oneOf(container.imagePullPolicy, ['Always', 'IfNotPresent', 'Never'], `${field}.imagePullPolicy`),
    ...validateResources(resources, `${field}.resources`),
    ...validateSecurity(container.securityContext, `${field}.securityContext`),
  ]
}

const messagePolicies = ['File', 'FallbackToLogsOnError']

const messagePolicy = (policy: string | undefined, field: string): readonly FieldError[] => {
  if (!policy) return [required(field)]
  return messagePolicies.includes(policy) ? [] : [notSupportedInOrder(field, policy, messagePolicies)]
}

const oneOf = (value: string | undefined, supported: readonly string[], field: string): readonly FieldError[] => {
  if (!value) return [required(field)]
  return supported.includes(value) ? [] : [notSupported(field, value, supported)]
}

const validatePorts = (ports: readonly ContainerPort[], field: string): readonly FieldError[] =>
  ports.flatMap(({ name = '', containerPort = 0, hostPort = 0, protocol = '' }, index) => {
    const at = `${field}[${index}]`
    const faults = name === '' ? [] : isPortName(name)
    return [
      ...faults.map(text => invalid(`${at}.name`, name, text)),
      ...(name !== '' && faults.length === 0 && ports.findIndex(port => port.name === name) < index
        ? [duplicate(`${at}.name`, name)]
        : []),
      ...(containerPort === 0 ? [required(`${at}.containerPort`)] : validatePort(containerPort, `${at}.containerPort`)),
      ...(hostPort === 0 ? [] : validatePort(hostPort, `${at}.hostPort`)),
      ...oneOf(protocol, supportedProtocols, `${at}.protocol`),
    ]
  })

const hostPortConflicts = (containers: readonly Container[], field: string): readonly FieldError[] => {
  const taken = new Set<string>()
  return containers.flatMap(({ ports = [] }, index) =>
    ports.flatMap(({ hostPort = 0, protocol, hostIP = '' }, at) => {
      const key = `${protocol}/${hostIP}/${hostPort}`
      if (hostPort === 0 || !taken.has(key)) {
        taken.add(key)
        return []
      }
      return [duplicate(`${field}[${index}].ports[${at}].hostPort`, key)]
    }),
  )
}
