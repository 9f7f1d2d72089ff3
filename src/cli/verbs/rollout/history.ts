import { objectKindName, type Resource } from '../../../api/resource.ts'
import { podTemplateLines } from '../../../api/resources/pod/describe-template.ts'
import type { Revision } from '../../../api/rollout.ts'
import { goQuote } from '../../../util/go-quote.ts'
import { alignColumns } from '../../../util/tabwriter.ts'
import { integer } from '../../flags.ts'
import { declarePrinting, donePrinter, type PrintFlags, printerOf } from '../../output/printing.ts'
import { declareRolloutSelection, rolloutSelection } from '../../rollout/selection.ts'
import { type Found, forEachObject, liveObject } from '../../selection/find-objects.ts'
import type { SelectionFlags } from '../../selection/selection.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'

interface HistoryFlags extends SelectionFlags, PrintFlags {
  readonly revision: number
}

export const history = defineVerb({
  usage: '(TYPE NAME | TYPE/NAME) [flags]',
  description: 'List the templates that an object had, or show one of them.',
  examples: `# All revisions
kubectl rollout history deployment/web

# The template of one
kubectl rollout history deployment/web --revision=1`,
  actsOn: ({ rollout }) => rollout !== undefined,
  declare(command) {
    declareRolloutSelection(command)
    command.option('--revision <number>', 'Show this revision; 0 lists them.', integer, 0)
    declarePrinting(command)
  },
  complete(args, flags: HistoryFlags, invocation) {
    const selection = rolloutSelection(args, flags, invocation)
    if (flags.revision < 0) throw new Failure(`revision must be a positive integer: ${flags.revision}`)
    return { flags, selection }
  },
  async run({ flags, selection }, context) {
    await forEachObject(selection, context, async found => {
      const object = await liveObject(found, context)
      const rollout = await found.resource.rollout?.()
      if (!rollout) throw new Failure(noHistory(found.resource))
      await show({ ...found, object }, await rollout.revisions(object, context.client), { flags, context })
    })
  },
})

const show = async (
  { resource, object }: Found,
  revisions: readonly Revision[],
  { flags, context }: { readonly flags: HistoryFlags; readonly context: Context },
): Promise<void> => {
  const { revision } = flags
  const chosen = revisions.filter(({ number }) => revision === 0 || number === revision)
  const print = await printerOf(flags, context)
  const isMissing = chosen.length === 0 && revision > 0 && (print !== undefined || revisions.length > 0)
  if (isMissing) throw new Failure('unable to find the specified revision')
  if (print) {
    for (const each of chosen) print(each.object, context.io.out.write)
    return
  }
  const text = revisions.length === 0 ? 'No rollout history found.' : historyText(chosen, revision > 0)
  if (!object) return
  const done = await donePrinter(flags, context)
  done({ resource, object, did: `${revision > 0 ? `with revision #${revision}` : ''}\n${text}` })
}

const historyText = (revisions: readonly Revision[], isOne: boolean): string => {
  if (isOne) return revisions.map(({ template }) => `${podTemplateLines(template).join('\n')}\n`).join('')
  const rows = revisions.map(({ number, cause }) => `${number}\t${cause || '<none>'}\n`)
  return alignColumns(`REVISION\tCHANGE-CAUSE\n${rows.join('')}`, { minWidth: 0, padding: 2 })
}

// Kinds that run pods are known to kubectl, which keeps no history of them; all others are not.
const noHistory = (resource: Resource): string => {
  const name = goQuote(objectKindName(resource))
  if (resource.workload?.template) return `no history viewer has been implemented for ${name}`
  return `error retrieving history for ${name}, no visitor method exists for {${resource.group} ${resource.kind}}`
}
