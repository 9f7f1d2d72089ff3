import type { ControllerRevision, PodTemplateSpec } from '../../api/generated/types.ts'
import { controllerReference, isControlledBy, type KubeObject } from '../../api/meta.ts'
import { omit } from '../../util/omit.ts'
import { sameJson } from '../../util/same-json.ts'
import { type Action, type Cluster, create, remove, update } from '../controller.ts'
import { templateHash } from './template-hash.ts'

export const revisionLabel = 'controller-revision-hash'

/**
 * The revisions of a workload's template: the one that it has now, all that are kept, and what it takes to keep them.
 */
export interface Revisions {
  readonly latest: ControllerRevision
  readonly all: readonly ControllerRevision[]
  readonly actions: readonly Action[]
}

interface Owner extends KubeObject {
  readonly spec?: { readonly template: PodTemplateSpec; readonly revisionHistoryLimit?: number | undefined } | undefined
  readonly status?: { readonly collisionCount?: number | undefined } | undefined
}

/** Keeps a revision for each template that the owner had; one that comes back gets the highest number again. */
export const revisionsOf = (owner: Owner, cluster: Cluster, hashLabel: string): Revisions => {
  const known = cluster
    .list<ControllerRevision>('ControllerRevision', owner.metadata.namespace)
    .filter(isControlledBy(owner))
    .toSorted((left, right) => left.revision - right.revision)
  const template = owner.spec?.template ?? {}
  const highest = known.at(-1)
  const same = known.findLast(revision => sameJson(templateOf(revision), template))
  if (same && same === highest) return { latest: same, all: known, actions: [] }
  const number = (highest?.revision ?? 0) + 1
  const latest = same ? { ...same, revision: number } : newRevision(owner, template, number, hashLabel)
  return {
    latest,
    all: [...known.filter(revision => revision !== same), latest],
    actions: [same ? update(latest) : create(latest)],
  }
}

/** Removes the oldest revisions beyond the limit that no pod is of. */
export const pruned = (owner: Owner, { all }: Revisions, used: ReadonlySet<string>): readonly Action[] => {
  const idle = all.filter(({ metadata }) => !used.has(metadata.name))
  const surplus = idle.length - (owner.spec?.revisionHistoryLimit ?? 10)
  return surplus > 0 ? idle.slice(0, surplus).map(remove) : []
}

/** The pod template that a revision holds. */
export const templateOf = ({ data }: ControllerRevision): PodTemplateSpec => {
  const { spec } = (data ?? {}) as { spec?: { template?: PodTemplateSpec & { $patch?: string } } }
  return omit(spec?.template ?? {}, '$patch')
}

const newRevision = (
  owner: Owner,
  template: PodTemplateSpec,
  revision: number,
  hashLabel: string,
): ControllerRevision => {
  const hash = templateHash(template, owner.status?.collisionCount)
  return {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name: `${owner.metadata.name}-${hash}`,
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata?.labels, [hashLabel]: hash },
      ...(owner.metadata.annotations ? { annotations: owner.metadata.annotations } : {}),
      ownerReferences: [controllerReference(owner)],
    },
    data: { spec: { template: { ...template, $patch: 'replace' } } } as ControllerRevision['data'],
    revision,
  }
}
