import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { sortKeys } from '../../util/go-json.ts'
import { Failure } from '../errors.ts'
import { donePrinter, printerOf } from '../output/printing.ts'
import { bareMessage } from '../program/failure.ts'
import { recorded } from '../record.ts'
import { type Found, forEachObject } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import { type Applied, applyFromClient, checkName } from './client-side.ts'
import type { FoundInFile } from './found-in-file.ts'
import type { ApplyOptions } from './options.ts'
import { toBePruned } from './prune.ts'
import { applyOnServer } from './server-side.ts'

type Result = Applied & { readonly resource: Resource }

/**
 * Applies all that the files hold, says what became of each, prunes. Everything is read before the first is applied.
 */
export const applyAll = async (options: ApplyOptions, context: Context): Promise<void> => {
  const { flags, dryRun } = options
  // With a format other than `name`, one document of all objects is printed in the end.
  const asOne = flags.output !== '' && flags.output !== 'name'
  const print = asOne ? () => undefined : await donePrinter(flags, context, { dryRun })
  const { found, errors } = await readAll(options, context)
  if (found.length === 0 && errors.length === 0) throw new Failure('no objects passed to apply')
  const results: Result[] = []
  for (const each of found) {
    try {
      const result = await applyOne(each, options, context)
      results.push(result)
      print(result)
    } catch (error) {
      errors.push(error)
    }
  }
  throwErrors(errors)
  if (asOne) await printAsOne(results, options, context)
  if (flags.prune) await prune(results, options, context)
}

const readAll = async (
  { flags, fieldValidation }: ApplyOptions,
  context: Context,
): Promise<{ readonly found: readonly FoundInFile[]; readonly errors: unknown[] }> => {
  const found: FoundInFile[] = []
  try {
    const validate = fieldValidation !== 'Ignore'
    await forEachObject({ from: 'files', ...flags, validate }, context, each => {
      if (isInFile(each)) found.push(each)
    })
    return { found, errors: [] }
  } catch (error) {
    return { found, errors: [error] }
  }
}

const isInFile = (found: Found): found is FoundInFile => found.object !== undefined && found.source !== undefined

const applyOne = async (found: FoundInFile, options: ApplyOptions, context: Context): Promise<Result> => {
  checkName(found)
  const apply = options.flags.serverSide ? applyOnServer : applyFromClient
  const applied = await apply({ ...found, object: recorded(found.object, context) }, options, context)
  if (applied.did !== 'created' && applied.object.metadata.deletionTimestamp) {
    context.io.err.write(
      `Warning: Detected changes to resource ${applied.object.metadata.name} which is currently being deleted.\n`,
    )
  }
  return { ...applied, resource: found.resource }
}

// Several faults of reading are one error among those of applying.
const throwErrors = (errors: readonly unknown[]): void => {
  const [first] = errors
  if (errors.length === 1) throw first
  if (errors.length > 1) throw new AggregateError(errors.map(asOneError))
}

const asOneError = (error: unknown): unknown =>
  error instanceof AggregateError ? new Error(`[${error.errors.map(bareMessage).join(', ')}]`) : error

const printAsOne = async (results: readonly Result[], { flags }: ApplyOptions, context: Context): Promise<void> => {
  const print = await printerOf(flags, context, { keepOrder: true })
  const objects = results.map(({ object }) => sortKeys(object))
  const list = { kind: 'List', apiVersion: 'v1', metadata: {}, items: objects }
  print?.(objects.length === 1 ? objects[0] : list, context.io.out.write)
}

const prune = async (results: readonly Result[], options: ApplyOptions, context: Context): Promise<void> => {
  const { flags, dryRun, propagation, pruned } = options
  const print = await donePrinter(flags, context, { dryRun })
  const applied = results.map(({ object }) => object)
  const given = { kinds: pruned, namespaces: namespacesOf(applied, context), selector: flags.selector }
  const gracePeriodSeconds = flags.gracePeriod < 0 ? undefined : flags.gracePeriod
  const deletion = { propagationPolicy: propagation, gracePeriodSeconds, dryRun: dryRun === 'server' }
  const uids = new Set(applied.map(({ metadata }) => metadata.uid ?? ''))
  for await (const { resource, object } of toBePruned({ ...given, applied: uids }, context)) {
    const { namespace, name } = object.metadata
    if (dryRun !== 'client') await context.client.delete({ resource, namespace, name }, deletion)
    print({ resource, object, did: 'pruned' })
  }
}

const namespacesOf = (objects: readonly KubeObject[], { namespace, namespaceGiven }: Context): ReadonlySet<string> =>
  new Set([...(namespaceGiven ? [namespace] : []), ...objects.flatMap(({ metadata }) => metadata.namespace ?? [])])
