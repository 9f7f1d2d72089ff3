import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { compareBytes } from '../../util/compare.ts'

// What others need comes before them, what may refuse others comes last.
const first =
  'Namespace ResourceQuota StorageClass CustomResourceDefinition ServiceAccount PodSecurityPolicy Role ClusterRole RoleBinding ClusterRoleBinding ConfigMap Secret Endpoints Service LimitRange PriorityClass PersistentVolume PersistentVolumeClaim Deployment StatefulSet CronJob PodDisruptionBudget'.split(
    ' ',
  )
const last = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']

/** The order in which a kustomization's objects are given: by kind, then by name. */
export const inOrder = (objects: readonly KubeObject[]): readonly KubeObject[] =>
  objects.toSorted((left, right) => rank(left) - rank(right) || compareBytes(idOf(left), idOf(right)))

const rank = ({ kind }: KubeObject): number => {
  const index = first.indexOf(kind)
  return index >= 0 ? index - first.length : last.indexOf(kind) + 1
}

const idOf = ({ apiVersion, kind, metadata }: KubeObject): string => {
  const { group, version } = parseApiVersion(apiVersion)
  return `${group || '~G'}_${version}_${kind}|${metadata.namespace || '~X'}|${metadata.name}`
}
