import type { WriteOptions } from '../api/client.ts'
import { normalise } from '../api/decode/normalise.ts'
import { resourceOfKind } from '../api/lookup.ts'
import { formatApiVersion, type KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { alreadyExists, invalidObject, plainError } from '../api/status-error.ts'
import { validateObjectMeta } from '../api/validation/object-meta.ts'
import { toRfc3339 } from '../util/clock.ts'
import { admit, checkAdmission } from './admission/admit.ts'
import type { Warn } from './body.ts'
import { companionChanges, keyOfAny } from './companions.ts'
import { generateName, generateUid } from './generated-names.ts'
import { tracked } from './managed-fields.ts'
import { metaRules } from './meta-rules.ts'
import { contextOf, keyOf, type Server, store, subjectOf } from './server.ts'

export interface Creation {
  readonly resource: Resource
  readonly object: KubeObject
  readonly options: WriteOptions
  /** Unset where nobody would hear warnings. */
  readonly warn?: Warn | undefined
}

/** Creates an object that is known to be of the right form: decoded, or a controller's. */
export const createDecoded = (server: Server, { resource, object, options, warn }: Creation): KubeObject => {
  const dryRun = options.dryRun ?? false
  const born = birth(server, resource, object)
  const defaulted = resource.withDefaults?.(born) ?? born
  const owned = tracked(server, { resource, object: defaulted, options })
  const admitted = admit(server, { resource, object: owned, dryRun })
  const context = contextOf(server, dryRun)
  const prepared = resource.prepareForCreate?.(admitted) ?? admitted
  const allocated = resource.allocate?.(prepared, context) ?? prepared
  validate(server, resource, allocated)
  if (warn) resource.warnings?.(allocated).forEach(warn)
  if (isRevision(object.metadata.resourceVersion)) throw plainError(revisionOnCreation)
  const isTaken = server.store.get(keyOf(resource, allocated)) !== undefined
  checkAdmission(server, { resource, object: allocated, dryRun: dryRun || isTaken })
  if (isTaken) throw alreadyExists(subjectOf(resource), allocated.metadata.name)
  const whole = normalise(resource, allocated)
  if (dryRun) return whole
  keepCompanions(server, resource, whole)
  return store(server, resource, whole)
}

const revisionOnCreation = 'resourceVersion should not be set on objects to be created'
const isRevision = (text = ''): boolean => text !== '' && text !== '0'

/** Creates the objects that go with this one and are not there yet, and takes away those that only its old form had. */
export const keepCompanions = (server: Server, resource: Resource, object: KubeObject, old?: KubeObject): void => {
  const { add, drop } = companionChanges(resource, object, old)
  for (const companion of drop) server.store.delete(keyOfAny(companion))
  for (const companion of add) {
    if (server.store.get(keyOfAny(companion))) continue
    createDecoded(server, { resource: resourceOfKind(companion.kind), object: companion, options: {} })
  }
}

/** The fields that the server itself sets; what a client put there is dropped. */
const birth = (server: Server, resource: Resource, object: KubeObject): KubeObject => {
  const { status: _, ...rest } = object as KubeObject & { status?: unknown }
  const { generateName: base, name, managedFields, ...metadata } = object.metadata
  const { labels, annotations, namespace, finalizers, ownerReferences, generation } = metadata
  const given = {
    labels,
    annotations,
    finalizers,
    ownerReferences,
    managedFields,
    ...(resource.namespaced ? { namespace } : {}),
  }
  return {
    ...(resource.hasStatus ? rest : object),
    apiVersion: formatApiVersion(resource.group, resource.version),
    kind: resource.kind,
    metadata: {
      ...given,
      ...(base ? { generateName: base } : {}),
      name: name || (base ? generateName(base, server.random) : ''),
      uid: generateUid(server.random),
      creationTimestamp: toRfc3339(server.now()),
      ...(resource.hasGeneration ? { generation: 1 } : generation ? { generation } : {}),
    },
  }
}

const validate = ({ settings }: Server, resource: Resource, object: KubeObject): void => {
  const errors = [
    ...validateObjectMeta(object.metadata, metaRules(resource)),
    ...(resource.validate?.(object, settings) ?? []),
  ]
  if (errors.length > 0) throw invalidObject(resource, object.metadata.name, errors)
}
