import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { compareBytes } from '../../util/compare.ts'
import { Failure } from '../errors.ts'
import type { Kustomization } from './kustomization.ts'

// What others need comes before them, what may refuse others comes last.
const first =
  'Namespace ResourceQuota StorageClass CustomResourceDefinition ServiceAccount PodSecurityPolicy Role ClusterRole RoleBinding ClusterRoleBinding ConfigMap Secret Endpoints Service LimitRange PriorityClass PersistentVolume PersistentVolumeClaim Deployment StatefulSet CronJob PodDisruptionBudget'.split(
    ' ',
  )
const last = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']

/** The order in which a kustomization's objects are given: by kind, then by name, unless it says otherwise. */
export const inOrder = (
  objects: readonly KubeObject[],
  { sortOptions: { order = 'legacy', legacySortOptions } = {} }: Pick<Kustomization, 'sortOptions'>,
): readonly KubeObject[] => {
  if (order !== 'fifo' && order !== 'legacy') {
    throw new Failure("the field 'sortOptions.order' must be one of [fifo, legacy]")
  }
  if (order === 'fifo') {
    if (!legacySortOptions) return objects
    const chosen = "the selected sort order is 'fifo', not 'legacy'"
    throw new Failure(`the field 'sortOptions.legacySortOptions' is set but ${chosen}`)
  }
  const { orderFirst = [], orderLast = [] } = legacySortOptions ?? { orderFirst: first, orderLast: last }
  const rank = ({ kind }: KubeObject): number => {
    const index = orderFirst.indexOf(kind)
    return index >= 0 ? index - orderFirst.length : orderLast.indexOf(kind) + 1
  }
  return objects.toSorted((left, right) => rank(left) - rank(right) || compareBytes(idOf(left), idOf(right)))
}

const idOf = ({ apiVersion, kind, metadata }: KubeObject): string => {
  const { group, version } = parseApiVersion(apiVersion)
  return `${group || '~G'}_${version}_${kind}|${metadata.namespace || '~X'}|${metadata.name}`
}
