import type { KubeObject } from '../../api/meta.ts'
import { isReason } from '../../api/status-error.ts'
import { toGoJson } from '../../util/go-json.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'
import { lastAppliedOf, withLastApplied } from '../manifests/last-applied.ts'
import { withoutVersion } from '../manifests/without-version.ts'
import { during } from '../program/failure.ts'
import { type Found, liveObject } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { FoundInFile } from './found-in-file.ts'
import { foundText } from './found-text.ts'
import type { ApplyOptions } from './options.ts'
import { sendPatch } from './send-patch.ts'
import { patchFor } from './three-way.ts'
import { withoutNulls } from './without-nulls.ts'

export interface Applied {
  readonly object: KubeObject
  readonly did: 'created' | 'configured' | 'unchanged' | 'serverside-applied'
}

/** Applies one object by a patch that is made here, of what was applied last, what the file says and what is there. */
export const applyFromClient = async (
  found: FoundInFile,
  options: ApplyOptions,
  context: Context,
): Promise<Applied> => {
  const live = await current(found, context)
  if (!live) return { object: await create(found, options, context), did: 'created' }
  if (lastAppliedOf(live) === undefined) context.io.err.write(missingAnnotation(found))
  const modified = withLastApplied(found.object)
  const patch = patchFor(found, live, modified)
  if (Object.keys(patch.body).length === 0) return { object: live, did: 'unchanged' }
  if (!options.flags.overwrite) {
    const { checkOverwrite } = await import('./overwrite.ts')
    checkOverwrite({ found, live, modified, patch }, context)
  }
  try {
    const object = await sendPatch({ found, live, modified, patch, options }, context)
    return { object, did: 'configured' }
  } catch (error) {
    const what = `error when applying patch:\n${toGoJson(patch.body)}\nto:\n${foundText(found)}\nfor: ${goQuote(found.source)}`
    throw during(what, error)
  }
}

/** The object as the server has it; undefined if it has none. */
const current = async (found: FoundInFile, context: Context): Promise<KubeObject | undefined> => {
  try {
    return await liveObject(found, context)
  } catch (error) {
    if (isReason(error, 'NotFound')) return undefined
    const what = `error when retrieving current configuration of:\n${foundText(found)}\nfrom server for: ${goQuote(found.source)}`
    throw during(what, error)
  }
}

const create = async (
  { resource, namespace, object, source }: FoundInFile,
  { dryRun, fieldManager, fieldValidation }: ApplyOptions,
  { client }: Context,
): Promise<KubeObject> => {
  const noted = withoutNulls(withLastApplied(object)) as KubeObject
  if (dryRun === 'client') return noted
  try {
    const options = { dryRun: dryRun === 'server', fieldManager, fieldValidation }
    return await client.create({ resource, namespace }, withoutVersion(noted), options)
  } catch (error) {
    throw during(`error when creating ${goQuote(source)}`, error)
  }
}

/** Refuses what cannot be applied for having no fixed name. */
export const checkName = ({ name, object }: FoundInFile): void => {
  const { generateName } = object.metadata
  if (name === '' && generateName) throw new Failure(`from ${generateName}: cannot use generate name with apply`)
}

const missingAnnotation = ({ resource, name }: Found): string =>
  `Warning: resource ${resource.plural}/${name} is missing the kubectl.kubernetes.io/last-applied-configuration annotation ` +
  'which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either ' +
  'kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n'
