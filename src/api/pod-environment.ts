import { compareBytes } from '../util/compare.ts'
import { expandVariables } from '../util/expand-variables.ts'
import type { ConfigMap, Container, EnvFromSource, EnvVar, Pod, Secret, Service } from './generated/types.ts'
import { podField } from './resources/pod/field.ts'
import { resourceText } from './resources/pod/resource-field.ts'
import { serviceVariables, type Variable } from './service-variables.ts'
import type { ClusterView } from './view.ts'

/**
 * The environment that a kubelet gives a container: what the pod declares, with references looked up, and then the
 * Services of its namespace that existed when the container started. A reference to what is not there gives nothing.
 */
export const environmentOf = (
  pod: Pod,
  container: Pick<Container, 'name' | 'env' | 'envFrom' | 'resources'>,
  cluster: ClusterView,
): readonly Variable[] => {
  const services = new Map(
    servicesSeenBy(pod, container.name, cluster)
      .flatMap(serviceVariables)
      .map(({ name, value }) => [name, value]),
  )
  const declared = new Map<string, string>()
  for (const source of container.envFrom ?? []) {
    for (const [name, value] of Object.entries(valuesOf(source, pod, cluster))) declared.set(name, value)
  }
  for (const variable of container.env ?? []) {
    const value = resolved(variable, { pod, container, cluster })
    const known = (name: string) => declared.get(name) ?? services.get(name)
    if (value !== undefined) declared.set(variable.name, variable.valueFrom ? value : expandVariables(value, known))
  }
  return [...new Map([...declared, ...[...services].filter(([name]) => !declared.has(name))])].map(([name, value]) => ({
    name,
    value,
  }))
}

/** Every container hears of the API server; of the other Services unless the pod wants to know nothing of them. */
const servicesSeenBy = ({ metadata, spec, status }: Pod, name: string, cluster: ClusterView): readonly Service[] => {
  const started =
    status?.containerStatuses?.find(container => container.name === name)?.state?.running?.startedAt ??
    status?.startTime
  const apiServer = cluster.get<Service>('Service', 'default', 'kubernetes')
  const own = spec.enableServiceLinks === false ? [] : cluster.list<Service>('Service', metadata.namespace)
  const before = own.filter(({ metadata }) => started === undefined || isKnownAt(metadata.creationTimestamp, started))
  const others = before.filter(service => service.metadata.name !== 'kubernetes' || service === apiServer)
  return apiServer && !others.includes(apiServer) ? [apiServer, ...others] : others
}

// A real container starts a moment after its pod: a Service that the same file creates behind the pod is there in time.
const moment = 1000

const isKnownAt = (created: string | undefined, started: string): boolean =>
  created === undefined || Date.parse(created) <= Date.parse(started) + moment

const valuesOf = (
  { prefix = '', configMapRef, secretRef }: EnvFromSource,
  { metadata: { namespace } }: Pod,
  cluster: ClusterView,
): Readonly<Record<string, string>> => {
  const values = configMapRef
    ? cluster.get<ConfigMap>('ConfigMap', namespace, configMapRef.name ?? '')?.data
    : decoded(cluster.get<Secret>('Secret', namespace, secretRef?.name ?? '')?.data)
  const sorted = Object.entries(values ?? {}).toSorted(([left], [right]) => compareBytes(left, right))
  return Object.fromEntries(sorted.map(([name, value]) => [prefix + name, value]))
}

interface Place {
  readonly pod: Pod
  readonly container: Pick<Container, 'resources'>
  readonly cluster: ClusterView
}

const resolved = ({ value = '', valueFrom }: EnvVar, { pod, container, cluster }: Place): string | undefined => {
  if (!valueFrom) return value
  const { namespace } = pod.metadata
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = valueFrom
  if (fieldRef) return podField(pod, fieldRef.fieldPath)
  if (resourceFieldRef) return resourceText(resourceFieldRef, container)
  if (configMapKeyRef) {
    return cluster.get<ConfigMap>('ConfigMap', namespace, configMapKeyRef.name ?? '')?.data?.[configMapKeyRef.key]
  }
  if (!secretKeyRef) return undefined
  return decoded(cluster.get<Secret>('Secret', namespace, secretKeyRef.name ?? '')?.data)[secretKeyRef.key]
}

const decoded = (data: Secret['data'] = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, Buffer.from(String(value), 'base64').toString('utf8')]),
  )
