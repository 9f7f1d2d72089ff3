import type { KubeObject } from '../../api/meta.ts'
import { isReason, StatusError } from '../../api/status-error.ts'
import { Failure } from '../errors.ts'
import type { Context } from '../verb.ts'
import type { Applied } from './client-side.ts'
import type { FoundInFile } from './found-in-file.ts'
import { migrateOwnership } from './migrate.ts'
import type { ApplyOptions } from './options.ts'

/** Applies one object by having the server merge it. */
export const applyOnServer = async (found: FoundInFile, options: ApplyOptions, context: Context): Promise<Applied> => {
  const { resource, namespace, name, object: body } = found
  const { flags, dryRun, fieldManager, fieldValidation } = options
  const target = { resource, namespace, name, ...(flags.subresource && { subresource: flags.subresource }) }
  const send = (): Promise<KubeObject> =>
    context.client.patch(
      target,
      { type: 'apply', body, force: flags.forceConflicts },
      { dryRun: dryRun === 'server', fieldManager, fieldValidation },
    )
  try {
    const object = await send()
    const migrated = await migrateOwnership({ target, object, options }, context)
    return { object: migrated ? await send() : object, did: 'serverside-applied' }
  } catch (error) {
    throw explained(error)
  }
}

const explained = (error: unknown): unknown => {
  if (isReason(error, 'Conflict')) return new Failure(`${error.message}\n${advice}`)
  if (!(error instanceof StatusError) || error.code !== 415) return error
  return new Failure(`Server-side apply not available on the server: (${error.message})`)
}

const advice = `Please review the fields above--they currently have other managers. Here
are the ways you can resolve this warning:
* If you intend to manage all of these fields, please re-run the apply
  command with the \`--force-conflicts\` flag.
* If you do not intend to manage all of the fields, please edit your
  manifest to remove references to the fields that should keep their
  current managers.
* You may co-own fields by updating your manifest to match the existing
  value; in this case, you'll become the manager if the other manager(s)
  stop managing the field (remove it from their configuration).
See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts`
