import type { WriteOptions } from '../../api/client.ts'
import { deleteFound } from '../delete/delete-objects.ts'
import type { DeletionFlags, Propagation } from '../delete/flags.ts'
import { untilGone } from '../delete/until-gone.ts'
import { Failure, throwAll } from '../errors.ts'
import type { FieldManagerFlags } from '../field-manager.ts'
import type { Done, PrintFlags } from '../output/printing.ts'
import { type SaveConfigFlags, saveConfig } from '../save-config.ts'
import { type Found, forEachObject } from '../selection/find-objects.ts'
import type { FileFlags } from '../selection/selection.ts'
import type { Context } from '../verb.ts'
import { withoutVersion } from './without-version.ts'

interface Forced {
  readonly flags: FileFlags & DeletionFlags & PrintFlags & SaveConfigFlags & FieldManagerFlags
  readonly fieldValidation: WriteOptions['fieldValidation']
  readonly propagation: Propagation
}

const fiveMinutes = 300_000

/** Deletes what files describe, where it is there, waits until it is gone, and creates it as the files say. */
export const replaceByForce = async (
  { flags, fieldValidation, propagation }: Forced,
  context: Context,
  print: (done: Done) => void,
): Promise<void> => {
  const { client } = context
  const objects: Found[] = []
  await forEachObject({ from: 'files', ...flags }, context, found => {
    objects.push(found)
  })
  // No grace becomes one second, for the sake of what runs; the end of it is waited for then.
  const isAtOnce = flags.gracePeriod === 0
  const options = {
    gracePeriod: isAtOnce ? 1 : flags.gracePeriod,
    propagation,
    dryRun: 'none' as const,
    ignoreNotFound: true,
    waits: flags.wait || isAtOnce,
    timeout: flags.timeout,
    printsNames: flags.output === 'name',
  }
  await deleteFound(objects, options, context)
  await waitForAll(objects, flags, context)
  const errors: unknown[] = []
  for (const found of objects) {
    const { resource, namespace } = found
    if (!found.object) continue
    try {
      const body = withoutVersion(saveConfig(found.object, flags))
      const { fieldManager } = flags
      const object = await client.create({ resource, namespace }, body, { fieldManager, fieldValidation })
      print({ resource, object, did: 'replaced' })
    } catch (error) {
      errors.push(error)
    }
  }
  throwAll(errors)
  if (objects.length === 0) throw new Failure('no objects passed to replace')
}

const waitForAll = async (
  objects: readonly Found[],
  { timeout }: DeletionFlags,
  { client }: Context,
): Promise<void> => {
  const until = (await client.now()) + (timeout || fiveMinutes)
  for (const found of objects) {
    if (!(await untilGone(found, { client, until }))) throw new Failure('timed out waiting for the condition')
  }
}
