import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { patchLocally } from '../patch/local.ts'
import { patchOnServer } from '../patch/server.ts'
import { patchText } from '../patch/text.ts'
import { isPatchType, patchTypes } from '../patch/types.ts'
import { declareRecord } from '../record.ts'
import { forEachObject } from '../selection/find-objects.ts'
import { declareFiles, type SelectionFlags, selectionOf } from '../selection/selection.ts'
import { declareSubresource, type SubresourceFlags } from '../selection/subresource.ts'
import { defineVerb, Failure } from '../verb.ts'

export interface PatchFlags extends SelectionFlags, PrintFlags, DryRunFlags, FieldManagerFlags, SubresourceFlags {
  readonly patch: string
  readonly patchFile: string
  readonly type: string
  readonly local: boolean
}

export const patch = defineVerb({
  usage: '(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]',
  description: `Changes fields of an object by a patch in JSON or YAML.

A strategic merge patch merges lists by the key of their elements (containers by name, ports by number); a merge patch replaces lists; a JSON patch is a list of operations.`,
  examples: `# The type of a Service
kubectl patch service web -p '{"spec":{"type":"NodePort"}}'

# One container of a deployment; its name says which
kubectl patch deployment web -p '{"spec":{"template":{"spec":{"containers":[{"name":"nginx","image":"nginx:1.27"}]}}}}'

# By place in a list
kubectl patch pod web --type=json -p '[{"op":"replace","path":"/spec/containers/0/image","value":"nginx:1.27"}]'

# The size, through the scale subresource
kubectl patch deployment web --subresource=scale --type=merge -p '{"spec":{"replicas":2}}'`,

  declare(command) {
    command
      .option('-p, --patch <patch>', 'The patch.', '')
      .option('--patch-file <file>', 'A file that holds the patch.', '')
      .option('--type <type>', `The kind of patch: one of ${patchTypes.join(', ')}.`, 'strategic')
      .option('--local', 'Patch what the file holds, without asking the server.', false)
    declareFiles(command, 'the objects to patch')
    declareSubresource(command)
    declareRecord(command)
    declareFieldManager(command, 'kubectl-patch')
    declarePrinting(command)
    declareDryRun(command)
  },

  complete(args, flags: PatchFlags, invocation) {
    const dryRun = dryRunOf(flags)
    const type = flags.type.toLowerCase() || 'strategic'
    checkPatch(flags)
    if (flags.local && args.length > 0) throw new Failure('cannot specify --local and server resources')
    if (flags.local && dryRun === 'server') {
      throw new Failure('cannot specify --local and --dry-run=server - did you mean --dry-run=client?')
    }
    if (!isPatchType(type)) {
      throw new Failure(`--type must be one of [${patchTypes.join(' ')}], not ${JSON.stringify(flags.type)}`)
    }
    const isLocal = flags.local || dryRun === 'client'
    return { flags, type, dryRun, isLocal, selection: selectionOf({ args, flags, invocation }) }
  },

  async run({ flags, type, dryRun, isLocal, selection }, context) {
    const text = patchText(flags, context)
    const apply = isLocal ? patchLocally : patchOnServer
    const { subresource, fieldManager } = flags
    const count = await forEachObject(selection, context, async found => {
      const { resource, object, changed } = await apply(
        { found, text, type, subresource, fieldManager, dryRun: dryRun === 'server' },
        context,
      )
      // Each object is printed by itself (no `---` between), and the message does not tell of a dry run.
      const print = await donePrinter(flags, context)
      print({ resource, object, did: changed ? 'patched' : 'patched (no change)' })
    })
    if (count === 0) throw new Failure('no objects passed to patch')
  },
})

const checkPatch = ({ patch: text, patchFile }: PatchFlags): void => {
  if (text && patchFile) throw new Failure('cannot specify --patch and --patch-file together')
  if (!text && !patchFile)
    throw new Failure('must specify --patch or --patch-file containing the contents of the patch')
}
