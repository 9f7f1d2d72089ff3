import type { Client, Target } from '../../api/client.ts'
import { emptySet, type FieldSet, union } from '../../api/managed-fields/field-set.ts'
import { entriesOf, type Owner, ownersOf } from '../../api/managed-fields/managers.ts'
import type { KubeObject } from '../../api/meta.ts'
import { lastAppliedAnnotation, lastAppliedOf } from '../manifests/last-applied.ts'
import type { Context } from '../verb.ts'
import type { ApplyOptions } from './options.ts'

interface Migration {
  readonly target: Target
  /** As server-side apply left it. */
  readonly object: KubeObject
  readonly options: ApplyOptions
}

/**
 * Hands what was applied from the client before over to the manager that applies by the server, so that fields which
 * leave the file leave the object. The annotation stays, owned by a manager of its own. Tells whether something was
 * handed over: the configuration is to be applied once more then.
 */
export const migrateOwnership = async (migration: Migration, { client }: Pick<Context, 'client'>): Promise<boolean> => {
  const { target, options } = migration
  const object = await keepAnnotation(migration, client)
  const owners = ownersOf(object.metadata.managedFields)
  const clients = owners.filter(owner => owner.operation === 'Update' && ownsAnnotation(owner))
  if (clients.length === 0) return false
  const names = new Set(clients.map(({ manager }) => manager))
  const managedFields = entriesOf(handedOver(owners, names, options.fieldManager)) ?? []
  const body = [
    { op: 'replace', path: '/metadata/managedFields', value: managedFields },
    { op: 'replace', path: '/metadata/resourceVersion', value: object.metadata.resourceVersion },
  ]
  await client.patch(target, { type: 'json', body }, writeOptions(options, options.fieldManager))
  return true
}

const annotationManager = 'kubectl-last-applied'

// Applying would drop the annotation, which older ways of applying need.
const keepAnnotation = async ({ target, object, options }: Migration, client: Client): Promise<KubeObject> => {
  const text = lastAppliedOf(object)
  const isOwned = ownersOf(object.metadata.managedFields).some(
    owner => owner.operation === 'Apply' && ownsAnnotation(owner),
  )
  if (options.fieldManager !== 'kubectl' || text === undefined || isOwned) return object
  const { name, namespace } = object.metadata
  const metadata = { name, ...(namespace && { namespace }), annotations: { [lastAppliedAnnotation]: text } }
  const body = { apiVersion: object.apiVersion, kind: object.kind, metadata }
  return client.patch(target, { type: 'apply', body }, writeOptions(options, annotationManager))
}

const writeOptions = ({ dryRun, fieldValidation }: ApplyOptions, fieldManager: string) => ({
  dryRun: dryRun === 'server',
  fieldManager,
  fieldValidation,
})

const ownsAnnotation = ({ fields }: Owner): boolean => {
  const annotations = fields.children.get('f:metadata')?.children.get('f:annotations')
  return annotations?.children.has(`f:${lastAppliedAnnotation}`) ?? false
}

const handedOver = (owners: readonly Owner[], clients: ReadonlySet<string>, manager: string): readonly Owner[] => {
  const isGiver = (owner: Owner): boolean =>
    owner.operation === 'Update' && !owner.subresource && clients.has(owner.manager)
  const isTaker = (owner: Owner): boolean =>
    owner.operation === 'Apply' && !owner.subresource && owner.manager === manager
  const givers = owners.filter(isGiver)
  const [first] = givers
  const taker = owners.find(isTaker) ?? (first && { ...first, manager, operation: 'Apply' as const })
  if (!taker) return owners
  const fields = givers.reduce((set: FieldSet, giver) => union(set, giver.fields), taker.fields ?? emptySet)
  return [...owners.filter(owner => !isGiver(owner) && !isTaker(owner)), { ...taker, fields }]
}
