import { sameJson } from '../../util/same-json.ts'
import type { Client } from '../client.ts'
import type { ControllerRevision, LabelSelector, PodTemplateSpec } from '../generated/types.ts'
import { isControlledBy, type KubeObject } from '../meta.ts'
import { applyStrategicMerge } from '../patch/strategic-merge.ts'
import type { Revision } from '../rollout.ts'
import { schemaOfKind } from '../schema.ts'
import { formatLabelSelector } from '../selector-parser.ts'
import { controllerRevision } from './controller-revision.ts'

interface Revised extends KubeObject {
  readonly spec: { readonly selector: LabelSelector; readonly template: PodTemplateSpec }
}

/** The revisions of a kind that keeps them as ControllerRevisions: patches of its template. */
export const keptRevisions = async (object: Revised, client: Client): Promise<readonly Revision[]> => {
  const { items } = await client.list(controllerRevision, {
    namespace: object.metadata.namespace,
    labelSelector: formatLabelSelector(object.spec.selector),
  })
  return (items as readonly ControllerRevision[])
    .filter(isControlledBy(object))
    .map(revision => toRevision(revision, object))
    .toSorted((left, right) => left.number - right.number)
}

const toRevision = ({ revision, data, metadata }: ControllerRevision, object: Revised): Revision => {
  const body = (data ?? {}) as Readonly<Record<string, unknown>>
  const [group = '', version = ''] = object.apiVersion.split('/')
  const schema = schemaOfKind({ group, version, kind: object.kind }) ?? {}
  const applied = applyStrategicMerge({ ...object }, body, schema) as unknown as Revised
  return {
    number: revision ?? 0,
    template: applied.spec.template,
    cause: metadata.annotations?.['kubernetes.io/change-cause'],
    object: applied,
    isCurrent: sameJson(applied.spec.template, object.spec.template),
    patch: { type: 'strategic', body },
  }
}
