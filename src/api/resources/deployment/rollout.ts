import { goQuote } from '../../../util/go-quote.ts'
import { omit } from '../../../util/omit.ts'
import { sameJson } from '../../../util/same-json.ts'
import type { Client } from '../../client.ts'
import type { Deployment, ObjectMeta, PodTemplateSpec, ReplicaSet } from '../../generated/types.ts'
import { isControlledBy, type KubeObject } from '../../meta.ts'
import type { Revision, Rollout } from '../../rollout.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { replicaSet } from '../replica-set.ts'

const revisionKey = 'deployment.kubernetes.io/revision'
const causeKey = 'kubernetes.io/change-cause'
const hashLabel = 'pod-template-hash'

// What a deployment keeps of its annotations when it goes back; all others are the old replica set's.
const ownAnnotations = [
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionKey,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
]

/** A deployment's revisions are its replica sets. */
export const deploymentRollout: Rollout<Deployment> = {
  status({ metadata, spec, status = {} }) {
    const name = goQuote(metadata.name ?? '')
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0, conditions = [] } = status
    const waiting = (what: string): ReturnType<Rollout<Deployment>['status']> => ({
      line: `Waiting for deployment ${name} rollout to finish: ${what}...`,
      isDone: false,
    })
    if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
      return { line: 'Waiting for deployment spec update to be observed...', isDone: false }
    }
    if (conditions.some(({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded')) {
      throw new Error(`deployment ${name} exceeded its progress deadline`)
    }
    const desired = spec.replicas ?? 1
    if (updatedReplicas < desired) return waiting(`${updatedReplicas} out of ${desired} new replicas have been updated`)
    if (replicas > updatedReplicas) return waiting(`${replicas - updatedReplicas} old replicas are pending termination`)
    if (availableReplicas < updatedReplicas) {
      return waiting(`${availableReplicas} of ${updatedReplicas} updated replicas are available`)
    }
    return { line: `deployment ${name} successfully rolled out`, isDone: true }
  },
  runningRevision: object => revisionOf(object) ?? 0,
  revisions,
  noHistory: ({ metadata }) => `no rollout history found for deployment ${goQuote(metadata.name ?? '')}`,
  undoPreview: '',
  isPaused: ({ spec }) => spec.paused ?? false,
  withPaused: (object, paused) => ({
    ...object,
    spec: paused ? { ...object.spec, paused } : omit(object.spec, 'paused'),
  }),
}

const revisionOf = ({ metadata }: KubeObject): number | undefined => {
  const text = metadata.annotations?.[revisionKey]
  return text === undefined ? undefined : Number(text)
}

async function revisions(deployment: Deployment, client: Client): Promise<readonly Revision[]> {
  const { namespace } = deployment.metadata
  const { items } = await client.list(replicaSet, {
    namespace,
    labelSelector: formatLabelSelector(deployment.spec.selector),
  })
  return (items as readonly ReplicaSet[])
    .filter(isControlledBy(deployment))
    .flatMap(set => revisionsIn(set, deployment))
    .toSorted((left, right) => left.number - right.number)
}

const revisionsIn = (set: ReplicaSet, deployment: Deployment): readonly Revision[] => {
  const number = revisionOf(set)
  if (number === undefined) return []
  const cause = set.metadata.annotations?.[causeKey]
  const template = set.spec.template ?? {}
  const bare = withoutHash(template)
  const isCurrent = sameJson(bare, withoutHash(deployment.spec.template))
  const body = [
    { op: 'replace', path: '/spec/template', value: bare },
    { op: 'replace', path: '/metadata/annotations', value: annotationsAfter(set, deployment) },
  ]
  return [
    { number, cause, template: withCause(template, cause), object: set, isCurrent, patch: { type: 'json', body } },
  ]
}

const annotationsAfter = (set: ReplicaSet, deployment: Deployment): object => {
  const own = Object.entries(deployment.metadata.annotations ?? {}).filter(([key]) => ownAnnotations.includes(key))
  const old = Object.entries(set.metadata.annotations ?? {}).filter(([key]) => !ownAnnotations.includes(key))
  return Object.fromEntries([...own, ...old])
}

const withoutHash = (template: PodTemplateSpec): PodTemplateSpec => {
  const { [hashLabel]: _, ...labels } = template.metadata?.labels ?? {}
  return withMetadata(template, { labels })
}

const withMetadata = (template: PodTemplateSpec, more: Partial<ObjectMeta>): PodTemplateSpec => ({
  ...template,
  metadata: { ...template.metadata, ...more } as ObjectMeta,
})

// As the history shows it: why it was made stands among the annotations.
const withCause = (template: PodTemplateSpec, cause: string | undefined): PodTemplateSpec =>
  cause === undefined
    ? template
    : withMetadata(template, { annotations: { ...template.metadata?.annotations, [causeKey]: cause } })
