import { decode } from '../../api/decode/decode.ts'
import { normalise } from '../../api/decode/normalise.ts'
import type { KubeObject } from '../../api/meta.ts'
import { createTwoWayPatch } from '../../api/patch/strategic-diff.ts'
import type { Resource } from '../../api/resource.ts'
import { schemaOfKind } from '../../api/schema.ts'
import type { DryRun } from '../dry-run.ts'
import { Failure, throwAll } from '../errors.ts'
import { donePrinter } from '../output/printing.ts'
import { recorded } from '../record.ts'
import { collectObjects, type Known } from '../selection/collect-objects.ts'
import { liveObject } from '../selection/find-objects.ts'
import type { Selection } from '../selection/selection.ts'
import { inTypedOrder } from '../selection/typed-order.ts'
import type { Context } from '../verb.ts'
import type { SetFlags } from './flags.ts'

interface Changing {
  readonly selection: Selection
  readonly flags: SetFlags
  readonly dryRun: DryRun
  readonly did: string
  /** What the server's refusal is told in the course of; it stands alone if unset. */
  readonly failure?: string
  /** Refuses what makes no sense, once the objects are there: as kubectl does. */
  check?(): void
  /** Errors that `change` adds on its way, to be told before its own. */
  readonly noted?: readonly unknown[]
  /** Whether an object that is so already is sent and reported, too. */
  readonly alwaysSends?: boolean
  /** The object as it shall be. Throws an Error that is told behind the object's name, or a Failure that is not. */
  change(object: KubeObject, resource: Resource): KubeObject
}

/** Changes every selected object, by a strategic merge patch unless only files or a dry run are meant. */
export const changeEach = async ({ selection, ...changing }: Changing, context: Context): Promise<void> => {
  const { objects, error } = await collectObjects(selection, context)
  if (error !== undefined) throw error
  changing.check?.()
  const print = await donePrinter(changing.flags, context, { dryRun: changing.dryRun, keepOrder: true })
  const errors: unknown[] = []
  for (const found of objects) {
    try {
      const object = await changeOne(found, changing, context)
      if (object) print({ resource: found.resource, object, did: changing.did })
    } catch (failure) {
      errors.push(failure)
    }
  }
  throwAll([...(changing.noted ?? []), ...errors])
}

/** The object that is to be printed; undefined where nothing changed. */
const changeOne = async (
  found: Known,
  changing: Omit<Changing, 'selection'>,
  context: Context,
): Promise<KubeObject | undefined> => {
  const { resource } = found
  const isLocal = changing.flags.local
  const live = found.source && !isLocal ? await liveObject(found, context) : found.object
  const before = typed(resource, live)
  const after = changed(found, isLocal, () => recorded(changing.change(before, resource), context))
  const body = createTwoWayPatch({ ...before }, { ...after }, schemaOfKind(resource) ?? {})
  if (Object.keys(body).length === 0 && !changing.alwaysSends) return undefined
  if (isLocal || changing.dryRun === 'client') return inTypedOrder(typed(resource, after))
  return inTypedOrder(await send(found, body, { changing, context }))
}

/** As Go's type has it: with its empty structs. */
const typed = (resource: Resource, object: KubeObject): KubeObject =>
  normalise(resource, decode(resource, object, 'Ignore').object)

const changed = (found: Known, isLocal: boolean, change: () => KubeObject): KubeObject => {
  try {
    return change()
  } catch (error) {
    if (error instanceof Failure) throw error
    const why = error instanceof Error ? error.message : String(error)
    // The newline is kubectl's, and makes an empty line where there are more errors.
    throw new Failure(`error: ${nameOf(found, isLocal)} ${why}\n`)
  }
}

// Without the cluster kubectl does not know the resource, only the kind; the newline is a slip of its own.
const nameOf = ({ resource: { kind, group, plural }, name }: Known, isLocal: boolean): string => {
  if (!isLocal) return `${plural}/${name}`
  return group ? `${kind.toLowerCase()}.${group}/${name}\n` : `${kind.toLowerCase()}/${name}`
}

const send = async (
  { resource, namespace, name }: Known,
  body: Readonly<Record<string, unknown>>,
  { changing, context }: { readonly changing: Omit<Changing, 'selection'>; readonly context: Context },
): Promise<KubeObject> => {
  const { flags, dryRun, failure } = changing
  const writing = { dryRun: dryRun === 'server', fieldManager: flags.fieldManager }
  try {
    return await context.client.patch({ resource, namespace, name }, { type: 'strategic', body }, writing)
  } catch (error) {
    if (failure === undefined || !(error instanceof Error)) throw error
    throw new Error(failure + error.message, { cause: error })
  }
}
