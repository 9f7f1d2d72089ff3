import { objectKindName, type Resource } from '../../../api/resource.ts'
import { podTemplateLines } from '../../../api/resources/pod/describe-template.ts'
import type { Revision } from '../../../api/rollout.ts'
import { goQuote } from '../../../util/go-quote.ts'
import { type DryRun, type DryRunFlags, declareDryRun, dryRunOf } from '../../dry-run.ts'
import { integer } from '../../flags.ts'
import { lastAppliedAnnotation, lastAppliedOf } from '../../manifests/last-applied.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../../output/printing.ts'
import { declareRolloutSelection, rolloutSelection } from '../../rollout/selection.ts'
import { type Found, forEachObject, liveObject } from '../../selection/find-objects.ts'
import type { SelectionFlags } from '../../selection/selection.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'

interface UndoFlags extends SelectionFlags, PrintFlags, DryRunFlags {
  readonly toRevision: number
}

export const undo = defineVerb({
  usage: '(TYPE NAME | TYPE/NAME) [flags]',
  description: 'Go back to a template that an object had before.',
  examples: `# The one before
kubectl rollout undo deployment/web

# An older one
kubectl rollout undo deployment/web --to-revision=1

# Only show it
kubectl rollout undo --dry-run=client deployment/web`,
  actsOn: ({ rollout }) => rollout !== undefined,
  declare(command) {
    declareRolloutSelection(command)
    command.option('--to-revision <number>', 'The revision to go back to; 0 is the one before.', integer, 0)
    declarePrinting(command)
    declareDryRun(command)
  },
  complete(args, flags: UndoFlags, invocation) {
    const dryRun = dryRunOf(flags)
    return { flags, dryRun, selection: rolloutSelection(args, flags, invocation) }
  },
  async run({ flags, dryRun, selection }, context) {
    await forEachObject(selection, context, async found => {
      const object = await liveObject(found, context)
      if (lastAppliedOf(object) !== undefined) warnOfApply(found, context)
      const did = await rollBack({ ...found, object }, { toRevision: flags.toRevision, dryRun }, context)
      const print = await donePrinter(flags, context, { dryRun })
      print({ resource: found.resource, object, did })
    })
  },
})

interface Undoing {
  readonly toRevision: number
  readonly dryRun: DryRun
}

/** Goes back, gives what to say of it. */
const rollBack = async (found: Found, { toRevision, dryRun }: Undoing, context: Context): Promise<string> => {
  const { resource, namespace, name, object } = found
  const rollout = await resource.rollout?.()
  if (!rollout || !object) throw new Failure(noRollback(resource))
  const revisions = await rollout.revisions(object, context.client)
  if (toRevision === 0 && revisions.length < 2) throw new Failure(rollout.noHistory(object))
  const revision = toRevision === 0 ? revisions.at(-2) : revisions.find(({ number }) => number === toRevision)
  if (!revision) throw new Failure(`unable to find specified revision ${toRevision} in history`)
  if (dryRun === 'client') return rollout.undoPreview + preview(revision)
  if (rollout.isPaused?.(object)) {
    throw new Failure(
      "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
    )
  }
  if (revision.isCurrent) return `skipped rollback (current template already matches revision ${toRevision})`
  const writing = { dryRun: dryRun === 'server', fieldManager: 'kubectl-rollout' }
  await context.client.patch({ resource, namespace, name }, revision.patch, writing)
  return 'rolled back'
}

const preview = ({ template }: Revision): string => `${podTemplateLines(template).join('\n')}\n`

const noRollback = (resource: Resource): string => {
  const name = goQuote(objectKindName(resource))
  if (resource.workload?.template) return `no rollbacker has been implemented for ${name}`
  return `error retrieving rollbacker for ${name}, no visitor method exists for {${resource.group} ${resource.kind}}`
}

const warnOfApply = ({ resource, name }: Found, { warn }: Context): void =>
  warn(
    `resource ${resource.plural}/${name} was previously managed with 'kubectl apply'. Rolling back will not update the ` +
      `${lastAppliedAnnotation} annotation, which may cause unexpected behavior on future 'kubectl apply' operations. ` +
      "Consider using 'kubectl apply' with your previous configuration file instead.",
  )
