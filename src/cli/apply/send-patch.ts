import type { KubeObject } from '../../api/meta.ts'
import { applyMergePatch } from '../../api/patch/merge-patch.ts'
import { applyStrategicMerge } from '../../api/patch/strategic-merge.ts'
import type { ThreeWayPatch } from '../../api/patch/three-way.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { isReason } from '../../api/status-error.ts'
import { goQuote } from '../../util/go-quote.ts'
import { aWeek, untilGone } from '../delete/until-gone.ts'
import { Failure } from '../errors.ts'
import { withoutVersion } from '../manifests/without-version.ts'
import { during } from '../program/failure.ts'
import { liveObject } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { FoundInFile } from './found-in-file.ts'
import type { ApplyOptions } from './options.ts'
import { patchFor } from './three-way.ts'

export interface Sending {
  readonly found: FoundInFile
  readonly live: KubeObject
  readonly modified: KubeObject
  readonly patch: ThreeWayPatch
  readonly options: ApplyOptions
}

/** Patches an object, or, with --force, puts a new one in its place if it may not be changed so. */
export const sendPatch = async (sending: Sending, context: Context): Promise<KubeObject> => {
  const { found, options, patch, live } = sending
  if (options.dryRun === 'client') return patchedLocally(found, live, patch)
  try {
    return await patchWithRetries(sending, context)
  } catch (error) {
    const isRefused = isReason(error, 'Conflict') || isReason(error, 'Invalid')
    if (isRefused && options.flags.force) return replaceByForce(sending, context)
    throw during(`error when patching ${goQuote(found.source)}`, error)
  }
}

const patchedLocally = ({ resource }: FoundInFile, live: KubeObject, { type, body }: ThreeWayPatch): KubeObject => {
  const schema = schemaOfKind(resource)
  const patched =
    type === 'strategic' && schema ? applyStrategicMerge({ ...live }, body, schema) : applyMergePatch(live, body)
  return patched as KubeObject
}

const attempts = 6

// Somebody else may write between our reading and our patch: then the patch is made anew.
const patchWithRetries = async (sending: Sending, context: Context): Promise<KubeObject> => {
  const { found, modified, options } = sending
  const { resource, namespace, name } = found
  const { dryRun, fieldManager, fieldValidation } = options
  let { patch } = sending
  for (let attempt = 1; ; attempt++) {
    try {
      const write = { dryRun: dryRun === 'server', fieldManager, fieldValidation }
      return await context.client.patch({ resource, namespace, name }, patch, write)
    } catch (error) {
      if (!isReason(error, 'Conflict') || attempt === attempts) throw error
      patch = patchFor(found, await liveObject(found, context), modified)
    }
  }
}

const replaceByForce = async (
  { found, live, modified, options }: Sending,
  { client }: Context,
): Promise<KubeObject> => {
  const { resource, namespace, name } = found
  const { fieldManager, fieldValidation, propagation, flags } = options
  const gracePeriodSeconds = flags.gracePeriod < 0 ? undefined : flags.gracePeriod
  await client.delete({ resource, namespace, name }, { propagationPolicy: propagation, gracePeriodSeconds })
  const until = (await client.now()) + (flags.timeout || aWeek)
  if (!(await untilGone(found, { client, until }))) throw new Failure('timed out waiting for the condition')
  const create = (object: KubeObject): Promise<KubeObject> =>
    client.create({ resource, namespace }, withoutVersion(object), { fieldManager, fieldValidation })
  try {
    return await create(modified)
  } catch (error) {
    await create(live)
    throw error
  }
}
