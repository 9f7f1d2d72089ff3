import type { KubeObject } from '../../../api/meta.ts'
import { isReason } from '../../../api/status-error.ts'
import { goQuote } from '../../../util/go-quote.ts'
import { annotationPatch, configurationNote } from '../../apply/annotation-patch.ts'
import { foundText } from '../../apply/found-text.ts'
import { type DryRunFlags, declareDryRun, dryRunOf } from '../../dry-run.ts'
import { list } from '../../flags.ts'
import { lastAppliedOf } from '../../manifests/last-applied.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../../output/printing.ts'
import { during } from '../../program/failure.ts'
import { type Found, foundIn, liveObject } from '../../selection/find-objects.ts'
import { type FileFlags, selectionOf } from '../../selection/selection.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'

export interface SetLastAppliedFlags extends FileFlags, PrintFlags, DryRunFlags {
  readonly createAnnotation: boolean
}

export const setLastApplied = defineVerb({
  usage: '-f FILENAME',
  description:
    'Notes the configuration of files in the objects that they name, as if it had been applied, and changes nothing else.',
  examples: `# As a file says
kubectl apply set-last-applied -f web.yaml

# Even where kubectl apply was never used
kubectl apply set-last-applied -f web.yaml --create-annotation=true`,

  declare(command) {
    command
      .option('-f, --filename <files>', 'Files or folders that hold the configuration.', list, [])
      .option('--create-annotation', 'Make the annotation where there is none.', false)
    declarePrinting(command)
    declareDryRun(command)
  },

  complete: (_, flags: SetLastAppliedFlags, invocation) => ({
    flags,
    dryRun: dryRunOf(flags),
    selection: selectionOf({ args: [], flags, invocation }),
  }),

  async run({ flags, dryRun, selection }, context) {
    const print = await donePrinter(flags, context, { dryRun })
    const changed: { readonly found: Found; readonly live: KubeObject }[] = []
    for await (const next of foundIn(selection, context)) {
      const found = next()
      const live = await current(found, context)
      const noted = lastAppliedOf(live)
      if (noted === undefined && !flags.createAnnotation) throw new Failure(noAnnotation(found.name))
      if (noted?.trim() !== configurationNote(found.object).trim()) changed.push({ found, live })
      else context.io.out.write(`set-last-applied ${found.name}: no changes required.\n`)
    }
    for (const { found, live } of changed) {
      const { resource, namespace, name } = found
      const patch = annotationPatch(found.object)
      const object =
        dryRun === 'client'
          ? live
          : await context.client.patch({ resource, namespace, name }, patch, { dryRun: dryRun === 'server' })
      print({ resource, object, did: 'configured' })
    }
  },
})

const current = async (found: Found, context: Context): Promise<KubeObject> => {
  try {
    return await liveObject(found, context)
  } catch (error) {
    if (isReason(error, 'NotFound') || found.source === undefined) throw error
    const what = `error when retrieving current configuration of:\n${foundText(found)}\nfrom server for: ${goQuote(found.source)}`
    throw during(what, error)
  }
}

const noAnnotation = (name: string): string =>
  `no last-applied-configuration annotation found on resource: ${name}, to create the annotation, run the command with --create-annotation`
