import { editHeader } from '../edit/header.ts'
import { declareEditing, type EditFlags, editedFormat } from '../edit/options.ts'
import { savePatches } from '../edit/save-patch.ts'
import { editObjects } from '../edit/session.ts'
import { declareSaveConfig } from '../save-config.ts'
import { type Found, forEachObject, liveObject } from '../selection/find-objects.ts'
import { selectionOf } from '../selection/selection.ts'
import { declareSubresource } from '../selection/subresource.ts'
import { validationOf } from '../validation.ts'
import { type Context, defineVerb, Failure } from '../verb.ts'

export const edit = defineVerb({
  usage: '(RESOURCE/NAME | -f FILENAME)',
  description: `Opens objects in an editor, and saves what was changed when it ends. The editor is what KUBE_EDITOR or EDITOR names, else vi.

What cannot be saved is opened again with the reasons above it. Leaving the file as it was, or emptying it, cancels.`,
  examples: `# A Service
kubectl edit service/web

# With another editor
KUBE_EDITOR="nano" kubectl edit service/web

# As JSON
kubectl edit deployment/web -o json

# The status
kubectl edit deployment web --subresource=status`,

  declare(command) {
    declareEditing(command, 'kubectl-edit')
    declareSaveConfig(command)
    declareSubresource(command).option('--output-patch', 'Print the patch, if something was changed.', false)
  },

  complete(args, flags: EditFlags, invocation) {
    const fieldValidation = validationOf(flags)
    return { flags, fieldValidation, selection: selectionOf({ args, flags, invocation, typesMeanAll: true }) }
  },

  async run({ flags, fieldValidation, selection }, context) {
    const objects: Found[] = []
    await forEachObject(selection, context, async found => {
      objects.push({ ...found, object: await current(found, flags, context) })
    })
    if (objects.length === 0) throw new Failure('edit cancelled, no objects found')
    const session = {
      objects,
      header: editHeader,
      format: editedFormat(flags),
      validates: fieldValidation !== 'Ignore',
      windowsLineEndings: flags.windowsLineEndings,
      ofParts: Boolean(flags.subresource),
      save: (edited: readonly Found[]) => savePatches(objects, edited, { flags, fieldValidation }, context),
    }
    await editObjects(session, context)
  },
})

const current = (found: Found, { subresource }: EditFlags, context: Context) => {
  const { resource, namespace, name } = found
  return subresource ? context.client.get({ resource, namespace, name, subresource }) : liveObject(found, context)
}
