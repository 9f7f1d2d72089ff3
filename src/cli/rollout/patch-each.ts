import type { KubeObject } from '../../api/meta.ts'
import { createTwoWayPatch } from '../../api/patch/strategic-diff.ts'
import { type Resource, resourceName } from '../../api/resource.ts'
import type { Rollout } from '../../api/rollout.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { goQuote } from '../../util/go-quote.ts'
import { throwAll } from '../errors.ts'
import { donePrinter, type PrintFlags } from '../output/printing.ts'
import { collectObjects, type Known } from '../selection/collect-objects.ts'
import { liveObject } from '../selection/find-objects.ts'
import type { Selection } from '../selection/selection.ts'
import type { Context } from '../verb.ts'

export interface Patching {
  readonly selection: Selection
  readonly flags: PrintFlags & { readonly fieldManager: string }
  readonly did: string
  /** The object as it shall be. Throws an Error that is told behind the object's name. */
  change(object: KubeObject, rollout: Rollout<KubeObject> | undefined, resource: Resource): KubeObject
  /** What to say of an object that is so already; an Error if that is a failure. */
  unchanged(name: string): string
}

/** Changes every selected object by a strategic merge patch and says what was done. */
export const patchEach = async ({ selection, ...patching }: Patching, context: Context): Promise<void> => {
  const { objects, error } = await collectObjects(selection, context)
  const errors = error === undefined ? [] : error instanceof AggregateError ? [...error.errors] : [error]
  if (objects.length === 0 && errors.length === 0) {
    context.io.err.write(`No resources found in ${context.namespace} namespace.\n`)
    return
  }
  for (const found of objects) {
    try {
      await patchOne(found, patching, context)
    } catch (failure) {
      errors.push(failure)
    }
  }
  throwAll(errors)
}

const patchOne = async (
  found: Known,
  { flags, did, change, unchanged }: Omit<Patching, 'selection'>,
  context: Context,
): Promise<void> => {
  const { resource, namespace, name } = found
  const before = found.source ? await liveObject(found, context) : found.object
  const rollout = await resource.rollout?.()
  const body = difference(
    resource,
    before,
    named(found, () => change(before, rollout, resource)),
  )
  const print = await donePrinter(flags, context)
  if (Object.keys(body).length === 0) {
    print({ resource, object: before, did: unchanged(name) })
    return
  }
  const { fieldManager } = flags
  const target = { resource, namespace, name }
  print({ resource, object: await context.client.patch(target, { type: 'strategic', body }, { fieldManager }), did })
}

const difference = (resource: Resource, before: KubeObject, after: KubeObject): Readonly<Record<string, unknown>> =>
  createTwoWayPatch({ ...before }, { ...after }, schemaOfKind(resource) ?? {})

const named = <T>({ resource, name }: Known, change: () => T): T => {
  try {
    return change()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`error: ${resourceName(resource)} ${goQuote(name)} ${why}`)
  }
}
