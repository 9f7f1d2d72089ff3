import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { isReason } from '../../api/status-error.ts'
import { toBePruned } from '../apply/prune.ts'
import { parsePruneKinds } from '../apply/prune-kinds.ts'
import { withoutManagedFields } from '../output/printing.ts'
import { type Found, foundIn, liveObject } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { DiffFlags } from './flags.ts'
import { maskData } from './mask-data.ts'
import { mergedObject } from './merged.ts'
import { runDiff } from './run-diff.ts'
import { makeSides, type Sides } from './sides.ts'

interface Options {
  readonly flags: DiffFlags
  readonly fieldManager: string
}

/** Compares what is with what would be, through a program; gives that program's exit code: 0 or 1. */
export const diffObjects = async (options: Options, context: Context): Promise<number> => {
  const sides = makeSides(context)
  try {
    const compared: KubeObject[] = []
    for await (const next of foundIn({ from: 'files', ...options.flags }, context)) {
      const found = next()
      if (!found.object) continue
      compared.push(await compare({ ...found, object: found.object }, sides, { options, context }))
    }
    if (options.flags.prune) await addPruned(compared, sides, { options, context })
    return await runDiff(sides, context)
  } finally {
    sides.remove()
  }
}

interface Given {
  readonly options: Options
  readonly context: Context
}

/** Writes both forms of an object down, gives what is compared. */
const compare = async (
  found: Found & { readonly object: KubeObject },
  sides: Sides,
  { options, context }: Given,
): Promise<KubeObject> => {
  const { flags, fieldManager } = options
  const live = await current(found, context)
  const { serverSide, forceConflicts } = flags
  const merged = await mergedObject({ found, live, fieldManager, serverSide, forceConflicts }, context)
  const pair = { live: shown(live, flags), merged: shown(merged, flags) as KubeObject }
  const { live: before, merged: after } = found.resource.hidesData && !flags.showSecrets ? maskData(pair) : pair
  const name = fileName(found.resource, merged)
  await sides.write('live', name, before)
  await sides.write('merged', name, after)
  if (live?.metadata.deletionTimestamp) {
    context.io.err.write(`Warning: Detected changes to resource ${found.name} which is currently being deleted.\n`)
  }
  return live ?? merged
}

const current = async (found: Found, context: Context): Promise<KubeObject | undefined> => {
  try {
    return await liveObject(found, context)
  } catch (error) {
    if (isReason(error, 'NotFound')) return undefined
    throw error
  }
}

const shown = (object: KubeObject | undefined, { showManagedFields }: DiffFlags): KubeObject | undefined =>
  showManagedFields ? object : (withoutManagedFields(object) as KubeObject | undefined)

const fileName = ({ group, version, kind }: Resource, { metadata }: KubeObject): string =>
  `${group ? `${group}.` : ''}${version}.${kind}.${metadata.namespace ?? ''}.${metadata.name}`

const addPruned = async (compared: readonly KubeObject[], sides: Sides, { options, context }: Given): Promise<void> => {
  const { flags } = options
  const kinds = parsePruneKinds(flags.pruneAllowlist)
  const namespaces = new Set(compared.flatMap(({ metadata }) => metadata.namespace ?? []))
  const applied = new Set(compared.map(({ metadata }) => metadata.uid ?? ''))
  const pruning = { kinds, namespaces, selector: flags.selector, applied }
  for await (const { resource, object } of toBePruned(pruning, context)) {
    await sides.write('live', fileName(resource, object), object)
  }
}
