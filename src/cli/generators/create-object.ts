import type { WriteOptions } from '../../api/client.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { toGoJson } from '../../util/go-json.ts'
import type { DryRun } from '../dry-run.ts'
import { lastAppliedAnnotation } from '../manifests/last-applied.ts'
import { inTypedOrder } from '../selection/typed-order.ts'
import type { Context } from '../verb.ts'

interface Made {
  readonly resource: Resource
  /** Built by the verb, its keys in the order of Go's types. */
  readonly object: KubeObject
  readonly dryRun: DryRun
  readonly fieldManager: string
  readonly fieldValidation?: WriteOptions['fieldValidation']
}

/** Sends an object that a verb has made, unless the dry run is the client's; gives what is to be printed. */
export const createObject = async (
  { resource, object, dryRun, fieldManager, fieldValidation }: Made,
  context: Context,
): Promise<KubeObject> => {
  const { client, namespace } = context
  if (dryRun === 'client') return withNamespace(object, resource, context)
  const target = resource.namespaced ? { resource, namespace } : { resource }
  const options = { dryRun: dryRun === 'server', fieldManager, fieldValidation }
  return inTypedOrder(await client.create(target, object, options))
}

/** The object with the namespace of -n, if one was typed, in its place among Go's fields. */
export const withNamespace = (
  object: KubeObject,
  { namespaced }: Resource,
  { namespace, namespaceGiven }: Pick<Context, 'namespace' | 'namespaceGiven'>,
): KubeObject =>
  namespaced && namespaceGiven ? inTypedOrder({ ...object, metadata: { ...object.metadata, namespace } }) : object

/** The object with itself in the annotation of `kubectl apply`, written as Go writes a typed object. */
export const withOwnConfiguration = (object: KubeObject): KubeObject => {
  const { annotations } = object.metadata
  const text = `${toGoJson(object, 0, { sorted: false })}\n`
  return { ...object, metadata: { ...object.metadata, annotations: { ...annotations, [lastAppliedAnnotation]: text } } }
}
