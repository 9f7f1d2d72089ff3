import { diffObjects } from '../diff/diff-objects.ts'
import { type DiffFlags, declareDiff } from '../diff/flags.ts'
import { requireFiles } from '../selection/selection.ts'
import { defineVerb, Failure, UsageError } from '../verb.ts'

export const diff = defineVerb({
  usage: '-f FILENAME',
  description: `Shows what applying files would change: the objects as they are against the objects as they would be, as YAML, by the program diff (or the one that KUBECTL_EXTERNAL_DIFF names).

Exits with 0 if nothing would change, with 1 if something would, with more if something went wrong.`,
  examples: `# What applying a file would change
kubectl diff -f web.yaml

# The same of standard input
cat web.yaml | kubectl diff -f -`,
  failureCode: 2,

  declare: declareDiff,

  complete(args, flags: DiffFlags, invocation) {
    if (args.length > 0) throw new UsageError(`Unexpected args: [${args.join(' ')}]`, { hint: true })
    requireFiles(flags)
    if (flags.forceConflicts && !flags.serverSide) throw new Failure('--force-conflicts only works with --server-side')
    const isOwn = flags.serverSide && !invocation.given('field-manager')
    return { flags, fieldManager: isOwn ? 'kubectl' : flags.fieldManager }
  },

  async run(options, context) {
    const code = await diffObjects(options, context)
    if (code !== 0) throw new Failure('', { code })
  },
})
