import { objectName } from '../../api/resource.ts'
import { isReason } from '../../api/status-error.ts'
import { type DryRun, dryRunSuffix } from '../dry-run.ts'
import { Failure, throwAll } from '../errors.ts'
import { during } from '../program/failure.ts'
import { type Found, forEachObject } from '../selection/find-objects.ts'
import type { Selection } from '../selection/selection.ts'
import type { Context } from '../verb.ts'
import type { Propagation } from './flags.ts'
import { aWeek, untilGone } from './until-gone.ts'

export interface DeletionOptions {
  /** Seconds; negative leaves it to the objects. */
  readonly gracePeriod: number
  readonly propagation: Propagation
  readonly dryRun: DryRun
  readonly ignoreNotFound: boolean
  readonly waits: boolean
  /** Milliseconds; 0 has no end. */
  readonly timeout: number
  /** Only `type/name` is printed. */
  readonly printsNames: boolean
}

/**
 * Deletes what a selection finds, says so of each, and waits until all are gone. Failures are thrown in the end. Gives
 * how many objects there were.
 */
export const deleteObjects = async (
  selection: Selection,
  options: DeletionOptions,
  context: Context,
): Promise<number> => {
  const deleted: Deleted[] = []
  const count = await forEachObject(selection, context, async found => {
    deleted.push(...(await deleteOne(found, options, context)))
  })
  await waitForAll(deleted, options, context)
  return count
}

/** The same for objects that were found already. */
export const deleteFound = async (
  objects: readonly Found[],
  options: DeletionOptions,
  context: Context,
): Promise<void> => {
  const deleted: Deleted[] = []
  const errors: unknown[] = []
  for (const found of objects) {
    try {
      deleted.push(...(await deleteOne(found, options, context)))
    } catch (error) {
      errors.push(error)
    }
  }
  throwAll(errors)
  await waitForAll(deleted, options, context)
}

interface Deleted {
  readonly found: Found
  readonly uid: string | undefined
}

const deleteOne = async (found: Found, options: DeletionOptions, context: Context): Promise<readonly Deleted[]> => {
  const { resource, source } = found
  if (context.namespaceGiven && !resource.namespaced) {
    context.warn('deleting cluster-scoped resources, not scoped to the provided namespace')
  }
  try {
    const uid = options.dryRun === 'client' ? undefined : await request(found, options, context)
    context.io.out.write(`${sentence(found, options)}\n`)
    return options.dryRun === 'none' ? [{ found, uid }] : []
  } catch (error) {
    if (options.ignoreNotFound && isReason(error, 'NotFound')) return []
    throw source === undefined ? error : during(`error when deleting "${source}"`, error)
  }
}

const request = async (
  { resource, namespace, name }: Found,
  { gracePeriod, propagation, dryRun }: DeletionOptions,
  { client }: Context,
): Promise<string | undefined> => {
  const gracePeriodSeconds = gracePeriod < 0 ? undefined : gracePeriod
  const { metadata } = await client.delete(
    { resource, namespace, name },
    { propagationPolicy: propagation, gracePeriodSeconds, dryRun: dryRun === 'server' },
  )
  return metadata.uid
}

const sentence = (
  { resource, namespace, name }: Found,
  { printsNames, gracePeriod, dryRun }: DeletionOptions,
): string => {
  if (printsNames) return objectName(resource, name)
  const what = objectName(resource, '').slice(0, -1)
  const did = gracePeriod === 0 ? 'force deleted' : 'deleted'
  const where = resource.namespaced ? ` from ${namespace} namespace` : ''
  return `${what} "${name}" ${did}${where}${dryRunSuffix(dryRun)}`
}

const waitForAll = async (
  deleted: readonly Deleted[],
  { waits, timeout }: DeletionOptions,
  { client }: Context,
): Promise<void> => {
  if (!waits || deleted.length === 0) return
  const until = (await client.now()) + (timeout || aWeek)
  const errors: Failure[] = []
  for (const { found, uid } of deleted) {
    if (await untilGone(found, { client, until, uid })) continue
    errors.push(new Failure(`timed out waiting for the condition on ${found.resource.plural}/${found.name}`))
  }
  throwAll(errors)
}
