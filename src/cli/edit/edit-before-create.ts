import { withoutVersion } from '../manifests/without-version.ts'
import { forEachObject } from '../selection/find-objects.ts'
import type { FileFlags } from '../selection/selection.ts'
import type { Context } from '../verb.ts'
import { editHeader } from './header.ts'
import { type EditOptions, editedFormat } from './options.ts'
import { printOutcome } from './print-outcome.ts'
import { editObjects } from './session.ts'

/** Lets the user edit what files hold, one object after the other, and creates it then. */
export const editBeforeCreate = async (
  { flags, fieldValidation }: EditOptions & { readonly flags: FileFlags },
  context: Context,
): Promise<void> => {
  const { fieldManager } = flags
  await forEachObject({ from: 'files', ...flags, validate: fieldValidation !== 'Ignore' }, context, found =>
    editObjects(
      {
        objects: [found],
        header: editHeader,
        format: editedFormat(flags),
        validates: fieldValidation !== 'Ignore',
        windowsLineEndings: flags.windowsLineEndings,
        async save(edited) {
          for (const { resource, namespace, object: body } of edited) {
            if (!body) continue
            const options = { fieldManager, fieldValidation }
            const object = await context.client.create({ resource, namespace }, withoutVersion(body), options)
            await printOutcome({ resource, object, did: 'created' }, { flags }, context)
          }
          return { reasons: [] }
        },
      },
      context,
    ),
  )
}
