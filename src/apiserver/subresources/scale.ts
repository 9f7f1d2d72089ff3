import type { KubeObject } from '../../api/meta.ts'
import type { Resource, Scale } from '../../api/resource.ts'
import { badRequest, invalidObject, noSuchResource } from '../../api/status-error.ts'
import { update } from '../update.ts'
import type { Subresource } from './subresource.ts'

/** An autoscaling/v1 Scale: the size of anything that has one. */
export interface ScaleObject extends KubeObject {
  readonly spec: { readonly replicas?: number }
  readonly status: { readonly replicas: number; readonly selector: string }
}

export const scale: Subresource = {
  name: 'scale',
  read: (object, { resource }) => scaleOf(object, scaleRules(resource)),
  update(server, object, { target: { resource }, body, options, warn }) {
    const rules = scaleRules(resource)
    const replicas = replicasOf(body, object)
    const scaled = update(server, { resource, object: rules.withReplicas(object, replicas), options, warn })
    return scaleOf(scaled, rules)
  },
}

const scaleRules = ({ scale: rules }: Resource): Scale<KubeObject> => {
  if (!rules) throw noSuchResource()
  return rules
}

const scaleOf = (object: KubeObject, rules: Scale<KubeObject>): ScaleObject => {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata
  const replicas = rules.replicas(object)
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: replicas === 0 ? {} : { replicas },
    status: { replicas: rules.current(object), selector: rules.selector(object) },
  }
}

const replicasOf = (body: unknown, { metadata }: KubeObject): number => {
  const { replicas = 0 } = (body as ScaleObject).spec ?? {}
  if (!Number.isInteger(replicas)) throw badRequest('Scale in version "v1" cannot be handled as a Scale')
  if (replicas >= 0) return replicas
  const detail = `Invalid value: ${replicas}: must be greater than or equal to 0`
  throw invalidObject({ group: 'autoscaling', kind: 'Scale' }, metadata.name, [
    { type: 'Invalid', field: 'spec.replicas', detail },
  ])
}
