import type { Deployment, ReplicaSet } from '../../api/generated/types.ts'
import { controllerReference } from '../../api/meta.ts'
import { sameTemplate, templateHash, templateHashKey, withHash } from '../workload/template-hash.ts'
import { revisionOf, scaledTo, withRevision } from './annotations.ts'
import { limitsOf, replicasOf, wantedBy } from './numbers.ts'
import type { Plan } from './plan.ts'

/** Tells the set of the Deployment's template from the others, and brings its annotations up to date. */
export const planOf = (deployment: Deployment, sets: readonly ReplicaSet[]): Plan => {
  const template = deployment.spec?.template ?? {}
  const ordered = sets.toSorted(inAge)
  const found = ordered.find(({ spec }) => sameTemplate(spec.template ?? {}, template))
  const old = ordered.filter(set => set !== found)
  if (!found) return { current: undefined, old }
  const annotated = withRevision(found, deployment, nextRevision(old))
  const { minReadySeconds = 0 } = deployment.spec ?? {}
  const isSame = (annotated.spec.minReadySeconds ?? 0) === minReadySeconds
  const current = isSame ? annotated : { ...annotated, spec: { ...annotated.spec, minReadySeconds } }
  return { current, old }
}

/** A set of the Deployment's template, as large as it may be beside the old ones. */
export const newSet = (deployment: Deployment, old: readonly ReplicaSet[]): ReplicaSet => {
  const { selector, template = {}, minReadySeconds = 0 } = deployment.spec ?? {}
  const hash = templateHash(template, deployment.status?.collisionCount)
  const { name, namespace } = deployment.metadata
  const bare: ReplicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${hash}`,
      namespace,
      labels: { ...template.metadata?.labels, [templateHashKey]: hash },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: 0,
      ...(minReadySeconds > 0 ? { minReadySeconds } : {}),
      selector: { ...selector, matchLabels: { ...selector?.matchLabels, [templateHashKey]: hash } },
      template: withHash(template, hash),
    },
  }
  const named = withRevision(bare, deployment, nextRevision(old))
  return scaledTo(named, roomFor(deployment, named, [...old, named]), deployment)
}

/** How large the current set may be by now, given all sets. */
export const roomFor = (deployment: Deployment, set: ReplicaSet, all: readonly ReplicaSet[]): number => {
  const wanted = replicasOf(deployment)
  if (deployment.spec?.strategy?.type === 'Recreate') return wanted
  const room = wanted + limitsOf(deployment).maxSurge - wantedBy(all)
  return room <= 0 ? replicasOf(set) : replicasOf(set) + Math.min(room, wanted - replicasOf(set))
}

const nextRevision = (old: readonly ReplicaSet[]): number => Math.max(0, ...old.map(revisionOf)) + 1

const inAge = (left: ReplicaSet, right: ReplicaSet): number =>
  Date.parse(left.metadata.creationTimestamp ?? '') - Date.parse(right.metadata.creationTimestamp ?? '') ||
  (left.metadata.name < right.metadata.name ? -1 : 1)
