import { sameJson } from '../../../util/same-json.ts'
import { annotationPatch } from '../../apply/annotation-patch.ts'
import { lastAppliedHeader } from '../../edit/header.ts'
import { declareEditing, type EditFlags, type EditOptions, editedFormat } from '../../edit/options.ts'
import { printOutcome } from '../../edit/print-outcome.ts'
import { editObjects, type Saved } from '../../edit/session.ts'
import { lastAppliedOf } from '../../manifests/last-applied.ts'
import { readStream } from '../../manifests/manifests.ts'
import { type Found, forEachObject, liveObject } from '../../selection/find-objects.ts'
import { selectionOf } from '../../selection/selection.ts'
import { validationOf } from '../../validation.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'

export const editLastApplied = defineVerb({
  usage: '(RESOURCE/NAME | -f FILENAME)',
  description: `Opens in an editor the configuration that kubectl apply has noted in objects, and notes it as it was saved.`,
  examples: `# Of a deployment
kubectl apply edit-last-applied deployment/web

# Of what a file names, as JSON
kubectl apply edit-last-applied -f web.yaml -o json`,

  declare(command) {
    declareEditing(command, 'kubectl-client-side-apply')
  },

  complete(args, flags: EditFlags, invocation) {
    const fieldValidation = validationOf(flags)
    return { flags, fieldValidation, selection: selectionOf({ args, flags, invocation, typesMeanAll: true }) }
  },

  async run({ selection, ...options }, context) {
    const objects: Found[] = []
    await forEachObject(selection, context, async found => {
      const text = lastAppliedOf(await liveObject(found, context))
      if (text !== undefined) objects.push(await parsed(text, context))
    })
    if (objects.length === 0) throw new Failure(noAnnotation)
    const session = {
      objects,
      header: lastAppliedHeader,
      format: editedFormat(options.flags),
      validates: options.fieldValidation !== 'Ignore',
      windowsLineEndings: options.flags.windowsLineEndings,
      save: (edited: readonly Found[]) => save(objects, edited, { options, context }),
    }
    await editObjects(session, context)
  },
})

const noAnnotation =
  'no last-applied-configuration annotation found on resources, to create the annotation, use command `kubectl apply set-last-applied --create-annotation`'

const parsed = async (text: string, context: Context): Promise<Found> => {
  for await (const next of readStream({ source: 'edited-file', read: async () => text }, {}, context)) return next()
  throw new Failure(noAnnotation)
}

const save = async (
  originals: readonly Found[],
  edited: readonly Found[],
  { options, context }: { readonly options: EditOptions; readonly context: Context },
): Promise<Saved> => {
  for (const found of edited) {
    const { resource, namespace, name, object } = found
    if (!object) continue
    const original = originals.find(each => each.resource === resource && each.name === name) ?? originals[0]
    if (sameJson(original?.object, object)) {
      await printOutcome({ resource, object, did: 'skipped' }, options, context)
      continue
    }
    const { fieldManager } = options.flags
    const write = { fieldManager, fieldValidation: options.fieldValidation }
    await context.client.patch({ resource, namespace, name }, annotationPatch(object), write)
    await printOutcome({ resource, object, did: 'edited' }, options, context)
  }
  return { reasons: [] }
}
