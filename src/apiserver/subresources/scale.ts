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
  isOf: ({ scale: rules }) => rules !== undefined,
  read: (object, { resource }) => scaleOf(object, scaleRules(resource)),
  update(server, object, { target: { resource }, body, options, warn }) {
    const rules = scaleRules(resource)
    const { resourceVersion, uid } = scaleIn(body).metadata ?? {}
    const resized = rules.withReplicas(object, replicasOf(body, object))
    const metadata = { ...resized.metadata, resourceVersion, ...(uid ? { uid } : {}) }
    const request = { resource, object: { ...resized, metadata }, options, warn, subresource: 'scale' }
    const scaled = update(server, request)
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

const scaleIn = (body: unknown): Partial<ScaleObject> => {
  const given = body as Partial<ScaleObject>
  if (!given.kind || given.kind === 'Scale') return given
  const version = (given.apiVersion ?? '').split('/').at(-1)
  throw badRequest(
    `${given.kind} in version "${version}" cannot be handled as a Scale: converting (${version}.${given.kind}) to (autoscaling.Scale): unknown conversion`,
  )
}

const replicasOf = (body: unknown, { metadata }: KubeObject): number => {
  const { replicas = 0 } = scaleIn(body).spec ?? {}
  if (!Number.isInteger(replicas)) throw badRequest('Scale in version "v1" cannot be handled as a Scale')
  if (replicas >= 0) return replicas
  const detail = `Invalid value: ${replicas}: must be greater than or equal to 0`
  throw invalidObject({ group: 'autoscaling', kind: 'Scale' }, metadata.name, [
    { type: 'Invalid', field: 'spec.replicas', detail },
  ])
}
