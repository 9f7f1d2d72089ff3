import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { createMergePatch } from '../../api/patch/merge-patch.ts'
import { createTwoWayPatch } from '../../api/patch/strategic-diff.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { isReason } from '../../api/status-error.ts'
import { toGoJson } from '../../util/go-json.ts'
import { isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import { Failure } from '../errors.ts'
import { withLastApplied } from '../manifests/last-applied.ts'
import { withoutManagedFields } from '../output/printing.ts'
import { recorded } from '../record.ts'
import type { Found } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import { invalidFault, subjectOf } from './faults.ts'
import type { Reason } from './header.ts'
import type { EditOptions } from './options.ts'
import { printOutcome } from './print-outcome.ts'
import type { Saved } from './session.ts'

/** Sends what was changed of each object as a patch. Prints what became of it. */
export const savePatches = async (
  originals: readonly Found[],
  edited: readonly Found[],
  options: EditOptions,
  context: Context,
): Promise<Saved> => {
  const reasons: Reason[] = []
  const failures: NonNullable<Saved['failed']>[] = []
  for (const found of edited) {
    const original = originals.find(({ object }) => object?.metadata.uid === found.object?.metadata.uid)
    if (!original?.object || !found.object) throw new Failure(`no original object found for ${toGoJson(found.object)}`)
    const after = recorded(found.object, context)
    try {
      await saveOne({ found: original, before: original.object, after, options }, context)
    } catch (error) {
      if (error instanceof Failure) throw error
      const fault = invalidFault(error, found)
      if (fault) reasons.push(fault.reason)
      else failures.push(isReason(error, 'NotFound') ? 'notFound' : 'retryable')
      context.io.err.write(`error: ${subjectOf(found)} ${fault ? 'is invalid' : trouble(error)}\n`)
    }
  }
  return { reasons, failed: failures.includes('retryable') ? 'retryable' : failures[0] }
}

const trouble = (error: unknown): string => {
  if (isReason(error, 'NotFound')) return 'could not be found on the server'
  return `could not be patched: ${error instanceof Error ? error.message : String(error)}`
}

interface Saving {
  readonly found: Found
  readonly before: KubeObject
  readonly after: KubeObject
  readonly options: EditOptions
}

const saveOne = async ({ found, before, after, options }: Saving, context: Context): Promise<void> => {
  const { resource, namespace, name } = found
  const { flags, fieldValidation } = options
  const original = withoutManagedFields(before) as KubeObject
  const wanted = flags.saveConfig ? withLastApplied(after) : after
  if (sameJson(original, wanted)) return printOutcome({ resource, object: after, did: 'skipped' }, options, context)
  const patch = patchOf(original, wanted)
  if (flags.outputPatch) context.io.out.write(`Patch: ${toGoJson(patch.body)}\n`)
  const target = { resource, namespace, name, ...(flags.subresource && { subresource: flags.subresource }) }
  const { fieldManager } = flags
  const object = await context.client.patch(target, patch, { fieldManager, fieldValidation })
  await printOutcome({ resource, object, did: 'edited' }, options, context)
}

const patchOf = (before: KubeObject, after: KubeObject) => {
  const schema = schemaOfKind({ ...parseApiVersion(before.apiVersion), kind: before.kind })
  const body = schema
    ? createTwoWayPatch({ ...before }, { ...after }, schema)
    : createMergePatch({ ...before }, { ...after })
  const renames = isMap(body.metadata) && 'name' in body.metadata
  if ('apiVersion' in body || 'kind' in body || renames) {
    throw new Failure('At least one of apiVersion, kind and name was changed')
  }
  return { type: schema ? ('strategic' as const) : ('merge' as const), body }
}
