import { duplicate, type FieldError, invalid, notSupported, required } from '../../field-error.ts'
import type { Container, ContainerPort, PodSpec, ResourceRequirements } from '../../generated/types.ts'
import { compareQuantities, parseQuantity } from '../../quantity.ts'
import { isDns1123Label, isPortName } from '../../validation/names.ts'
import { supportedProtocols, validatePort } from '../../validation/ports.ts'
import { validateEnvironment, validateEnvironmentSources } from './validate-environment.ts'
import { validateMounts } from './validate-mounts.ts'
import { validateProbes } from './validate-probes.ts'

/** The faults of the containers of a pod, each container's together. */
export const validateContainers = (spec: PodSpec, field: string): readonly FieldError[] => {
  const containers = spec.containers ?? []
  if (containers.length === 0) return [required(field)]
  return [
    ...containers.flatMap((container, index) => [
      ...validateContainer(container, spec, `${field}[${index}]`),
      ...repeated(containers, index, `${field}[${index}].name`),
      ...validateProbes(container, `${field}[${index}]`),
    ]),
    ...hostPortConflicts(containers, field),
  ]
}

export const validateInitContainers = (spec: PodSpec, field: string): readonly FieldError[] =>
  (spec.initContainers ?? []).flatMap((container, index, all) => [
    ...validateContainer(container, spec, `${field}[${index}]`),
    ...repeated([...spec.containers, ...all], spec.containers.length + index, `${field}[${index}].name`),
  ])

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
    ...validateImage(image, `${field}.image`),
    ...oneOf(
      container.terminationMessagePolicy,
      ['File', 'FallbackToLogsOnError'],
      `${field}.terminationMessagePolicy`,
    ),
    ...validatePorts(container.ports ?? [], `${field}.ports`),
    ...validateEnvironment(container.env ?? [], `${field}.env`),
    ...validateEnvironmentSources(container.envFrom ?? [], `${field}.envFrom`),
    ...validateMounts(container.volumeMounts ?? [], spec.volumes ?? [], `${field}.volumeMounts`),
    ...oneOf(container.imagePullPolicy, ['Always', 'IfNotPresent', 'Never'], `${field}.imagePullPolicy`),
    ...validateResources(resources, `${field}.resources`),
  ]
}

const validateImage = (image: string, field: string): readonly FieldError[] => {
  if (image === '') return [required(field)]
  return image.trim() === image ? [] : [invalid(field, image, 'must not have leading or trailing whitespace')]
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

const validateResources = (
  { limits = {}, requests = {} }: ResourceRequirements,
  field: string,
): readonly FieldError[] => [
  ...Object.entries(limits).flatMap(([name, amount]) => notNegative(amount, `${field}.limits[${name}]`)),
  ...Object.entries(requests).flatMap(([name, amount]) => {
    const limit = limits[name]
    const over = limit !== undefined && compareQuantities(quantity(amount), quantity(limit)) > 0
    return [
      ...notNegative(amount, `${field}.requests[${name}]`),
      ...(over
        ? [invalid(`${field}.requests`, String(amount), `must be less than or equal to ${name} limit of ${limit}`)]
        : []),
    ]
  }),
]

const quantity = (amount: string | number) => parseQuantity(String(amount))

const notNegative = (amount: string | number, field: string): readonly FieldError[] =>
  quantity(amount).nano < 0n ? [invalid(field, String(amount), 'must be greater than or equal to 0')] : []
