import type { KubeObject, Labels } from '../../api/meta.ts'
import { createMergePatch } from '../../api/patch/merge-patch.ts'
import { by } from '../../util/compare.ts'
import { Failure } from '../errors.ts'
import { donePrinter } from '../output/printing.ts'
import { recorded } from '../record.ts'
import { type Found, forEachObject, liveObject } from '../selection/find-objects.ts'
import { isSingle } from '../selection/is-single.ts'
import type { Context } from '../verb.ts'
import type { Changes, MetadataOptions } from './options.ts'

/** What tells labels and annotations apart. */
export interface MetadataField {
  readonly field: 'labels' | 'annotations'
  /** Refuses to change values where --overwrite is not set. */
  checkOverwrite(before: Labels, changes: Changes): void
  /** What was done, in a word. */
  did(before: Labels, after: Labels): string
  /** Told of the object before it is changed on the server. */
  announce?(before: Labels, changes: Changes, context: Context): void
  /** Whether an object that would stay as it is is sent nevertheless, and the server's answer is what is printed. */
  readonly alwaysSends: boolean
  /** Whether one printer prints all objects (YAML has `---` between them then), or each has its own. */
  readonly isOnePrinter: boolean
}

/** Changes labels or annotations of all that is selected, or lists them. */
export const updateMetadata = async (
  options: MetadataOptions,
  kind: MetadataField,
  context: Context,
): Promise<void> => {
  const { flags, selection } = options
  const single = isSingle(selection, context.world)
  if (!single && flags.resourceVersion) {
    throw new Failure('--resource-version may only be used with a single resource')
  }
  const makePrinter = () => donePrinter(flags, context, { dryRun: options.dryRun })
  const shared = kind.isOnePrinter ? await makePrinter() : undefined
  await forEachObject(selection, context, async found => {
    const before = flags.local && found.object ? found.object : await liveObject(found, context)
    const updated = await updateOne({ ...found, object: before }, { options, kind, context })
    if (flags.list) list({ ...found, object: updated.object }, kind, { context, single })
    else (shared ?? (await makePrinter()))({ resource: found.resource, ...updated })
  })
}

type Known = Found & { readonly object: KubeObject }

interface Updating {
  readonly options: MetadataOptions
  readonly kind: MetadataField
  readonly context: Context
}

/** The object that is to be printed, and what was done. */
const updateOne = async (
  found: Known,
  { options, kind, context }: Updating,
): Promise<{ readonly object: KubeObject; readonly did: string }> => {
  const { flags, dryRun, changes } = options
  const old = found.object.metadata[kind.field] ?? {}
  const { resourceVersion } = flags
  const isLocal = flags.local || flags.list || dryRun === 'client'
  if (!isLocal) kind.announce?.(old, changes, context)
  if (!flags.overwrite) kind.checkOverwrite(old, changes)
  const values = changed(old, changes)
  const object = {
    ...found.object,
    metadata: { ...found.object.metadata, [kind.field]: values, ...(resourceVersion ? { resourceVersion } : {}) },
  }
  const did = kind.did(old, values)
  // Nothing is noted where nothing is sent.
  const sent = isLocal ? object : recorded(object, context)
  const isSent = !isLocal && (kind.alwaysSends || !same(old, values))
  const answer = isSent ? await send({ ...found, object: sent }, found.object, { options, kind, context }) : object
  return { object: kind.alwaysSends ? answer : object, did }
}

const changed = (old: Labels, { set, remove }: Changes): Labels =>
  Object.fromEntries(Object.entries({ ...old, ...set }).filter(([key]) => !remove.includes(key)))

const same = (left: Labels, right: Labels): boolean =>
  Object.keys(left).length === Object.keys(right).length && Object.keys(left).every(key => left[key] === right[key])

const send = async (
  { resource, namespace, name, object }: Known,
  before: KubeObject,
  { options: { flags, dryRun }, context }: Updating,
): Promise<KubeObject> => {
  const patch = createMergePatch({ ...before }, { ...object })
  const { resourceVersion, fieldManager } = flags
  const metadata = { ...(patch.metadata as object | undefined), resourceVersion }
  const body = resourceVersion ? { ...patch, metadata } : patch
  const writing = { dryRun: dryRun === 'server', fieldManager }
  return context.client.patch({ resource, namespace, name }, { type: 'merge', body }, writing)
}

const list = (
  { resource, name, object }: Known,
  { field }: MetadataField,
  { context, single }: { readonly context: Context; readonly single: boolean },
): void => {
  const { write } = context.io.out
  if (!single) write(`Listing ${field} for ${resource.kind}.${resource.group}/${name}:\n`)
  const values = Object.entries(object.metadata[field] ?? {}).toSorted(by(([key]) => key))
  for (const [key, value] of values) write(`${single ? '' : ' '}${key}=${value}\n`)
}
