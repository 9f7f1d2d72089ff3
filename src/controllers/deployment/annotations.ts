import type { Deployment, ReplicaSet } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import { isDefined } from '../../util/range.ts'
import { limitsOf, replicasOf } from './numbers.ts'

const prefix = 'deployment.kubernetes.io'
export const revisionKey = `${prefix}/revision`
const historyKey = `${prefix}/revision-history`
const desiredKey = `${prefix}/desired-replicas`
const maxKey = `${prefix}/max-replicas`

// What is said of the Deployment itself is not said of its sets.
const ownKeys = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionKey,
  historyKey,
  desiredKey,
  maxKey,
  'deprecated.deployment.rollback.to',
])

export const revisionOf = ({ metadata }: KubeObject): number => Number(metadata.annotations?.[revisionKey] ?? 0)

/** The number of replicas that the Deployment had when this set was last scaled. */
export const desiredOf = (set: ReplicaSet): number | undefined => numberAt(set, desiredKey)

export const maxOf = (set: ReplicaSet): number | undefined => numberAt(set, maxKey)

/** The set with the Deployment's annotations and a revision, unless it has a later one already. */
export const withRevision = (set: ReplicaSet, deployment: Deployment, revision: number): ReplicaSet => {
  const { annotations: old = {} } = set.metadata
  const copied = Object.entries(deployment.metadata.annotations ?? {}).filter(([key]) => !ownKeys.has(key))
  const before = old[revisionKey]
  const isNew = revision > revisionOf(set)
  const history =
    before !== undefined && isNew ? [old[historyKey] || undefined, before].filter(isDefined).join(',') : undefined
  return annotated(set, {
    ...Object.fromEntries(copied),
    ...(isNew ? { [revisionKey]: String(revision) } : {}),
    ...(history ? { [historyKey]: history } : {}),
  })
}

/** The set with so many replicas, and with what the Deployment wants now. */
export const scaledTo = (set: ReplicaSet, replicas: number, deployment: Deployment): ReplicaSet => {
  const wanted = replicasOf(deployment)
  const scaled = annotated(set, {
    [desiredKey]: String(wanted),
    [maxKey]: String(wanted + limitsOf(deployment).maxSurge),
  })
  return replicasOf(scaled) === replicas ? scaled : { ...scaled, spec: { ...scaled.spec, replicas } }
}

export const annotated = <T extends KubeObject>(object: T, added: Readonly<Record<string, string>>): T => {
  const { annotations = {} } = object.metadata
  if (Object.entries(added).every(([key, value]) => annotations[key] === value)) return object
  return { ...object, metadata: { ...object.metadata, annotations: { ...annotations, ...added } } }
}

const numberAt = ({ metadata }: ReplicaSet, key: string): number | undefined => {
  const text = metadata.annotations?.[key]
  return text === undefined ? undefined : Number(text)
}
