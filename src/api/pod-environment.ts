import { compareBytes } from '../util/compare.ts'
import { expandVariables } from '../util/expand-variables.ts'
import type { ConfigMap, Container, EnvFromSource, EnvVar, Pod, Secret, Service } from './generated/types.ts'
import { podField } from './resources/pod/field.ts'
import { resourceText } from './resources/pod/resource-field.ts'
import { runStart } from './run-start.ts'
import { serviceVariables, type Variable } from './service-variables.ts'
import { type SettingData, settingKey } from './started-with.ts'
import type { ClusterView } from './view.ts'

type Declaring = Pick<Container, 'name' | 'env' | 'envFrom' | 'resources'>

/**
 * The environment that a kubelet gives a container: what the pod declares, with references looked up as they were when
 * the container started, and then the Services of its namespace that existed then. A reference to what is not there
 * gives nothing. `startedAt` (milliseconds) is for who knows it better than the pod's status.
 */
export const environmentOf = (
  pod: Pod,
  container: Declaring,
  cluster: ClusterView,
  startedAt: number | undefined = runStart(pod, container.name),
): readonly Variable[] => {
  const settings = settingsFor(pod, container.name, cluster, startedAt)
  const services = new Map(
    servicesSeenBy(pod, container.name, cluster)
      .flatMap(serviceVariables)
      .map(({ name, value }) => [name, value]),
  )
  const declared = new Map<string, string>()
  for (const source of container.envFrom ?? []) {
    for (const [name, value] of Object.entries(valuesOf(source, settings))) declared.set(name, value)
  }
  for (const variable of container.env ?? []) {
    const value = resolved(variable, { pod, container, settings })
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

/** What ConfigMaps and Secrets hold for a container, as text. */
type Settings = (kind: 'ConfigMap' | 'Secret', name: string | undefined) => Readonly<Record<string, string>>

const settingsFor = (pod: Pod, container: string, cluster: ClusterView, startedAt: number | undefined): Settings => {
  const { namespace = 'default', name: own } = pod.metadata
  let former: Readonly<Record<string, SettingData>> | undefined
  const startedWith = () => {
    if (startedAt === undefined) return {}
    return cluster.startedWith?.({ namespace, pod: own, container, startedAt }) ?? {}
  }
  return (kind, name = '') => {
    former ??= startedWith()
    const before = former[settingKey(kind, name)]
    const data = before === undefined ? cluster.get<ConfigMap | Secret>(kind, namespace, name)?.data : before
    return kind === 'Secret' ? decoded(data) : (data ?? {})
  }
}

const valuesOf = (
  { prefix = '', configMapRef, secretRef }: EnvFromSource,
  settings: Settings,
): Readonly<Record<string, string>> => {
  const values = configMapRef ? settings('ConfigMap', configMapRef.name) : settings('Secret', secretRef?.name)
  const sorted = Object.entries(values).toSorted(([left], [right]) => compareBytes(left, right))
  return Object.fromEntries(sorted.map(([name, value]) => [prefix + name, value]))
}

interface Place {
  readonly pod: Pod
  readonly container: Pick<Container, 'resources'>
  readonly settings: Settings
}

const resolved = ({ value = '', valueFrom }: EnvVar, { pod, container, settings }: Place): string | undefined => {
  if (!valueFrom) return value
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = valueFrom
  if (fieldRef) return podField(pod, fieldRef.fieldPath)
  if (resourceFieldRef) return resourceText(resourceFieldRef, container)
  if (configMapKeyRef) return settings('ConfigMap', configMapKeyRef.name)[configMapKeyRef.key]
  return secretKeyRef && settings('Secret', secretKeyRef.name)[secretKeyRef.key]
}

const decoded = (data: SettingData = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data ?? {}).map(([key, value]) => [key, Buffer.from(String(value), 'base64').toString('utf8')]),
  )
