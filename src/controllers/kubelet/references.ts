import type { ConfigMap, Container, EnvFromSource, EnvVar, Pod, Secret } from '../../api/generated/types.ts'
import type { ClusterView } from '../../api/view.ts'
import { isDefined } from '../../util/range.ts'

/**
 * What a container's environment refers to that is not there, in a kubelet's words: the first of it. Undefined if all is
 * there.
 */
export const missingSetting = (
  { env = [], envFrom = [] }: Container,
  { metadata }: Pod,
  cluster: ClusterView,
): string | undefined => {
  const namespace = metadata.namespace ?? ''
  return (
    envFrom.map(source => missingSource(source, namespace, cluster)).find(isDefined) ??
    env.map(variable => missingValue(variable, namespace, cluster)).find(isDefined)
  )
}

const missingSource = (
  { configMapRef, secretRef }: EnvFromSource,
  namespace: string,
  cluster: ClusterView,
): string | undefined => {
  if (configMapRef) return absence({ kind: 'ConfigMap', ...configMapRef, namespace }, cluster)
  return secretRef && absence({ kind: 'Secret', ...secretRef, namespace }, cluster)
}

const missingValue = ({ valueFrom }: EnvVar, namespace: string, cluster: ClusterView): string | undefined => {
  const { configMapKeyRef, secretKeyRef } = valueFrom ?? {}
  const kind = configMapKeyRef ? 'ConfigMap' : 'Secret'
  const reference = configMapKeyRef ?? secretKeyRef
  if (!reference) return undefined
  const { key, name = '', optional } = reference
  const isThere = cluster.get<ConfigMap | Secret>(kind, namespace, name)?.data?.[key] !== undefined
  if (isThere || optional) return undefined
  return absence({ kind, name, namespace }, cluster) ?? `couldn't find key ${key} in ${kind} ${namespace}/${name}`
}

export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name?: string | undefined
  readonly namespace: string
  readonly optional?: boolean | undefined
}

/** That a ConfigMap or Secret is not there, if it is not. */
export const absence = (
  { kind, name = '', namespace, optional = false }: Reference,
  cluster: ClusterView,
): string | undefined =>
  optional || cluster.get(kind, namespace, name) ? undefined : `${kind.toLowerCase()} "${name}" not found`
