import { type ApplyFlags, declareApply } from '../apply/flags.ts'
import { applyOptions } from '../apply/options.ts'
import { defineVerb, UsageError } from '../verb.ts'
import { applyVerbs } from './apply/index.ts'

export const apply = defineVerb({
  usage: '(-f FILENAME | -k DIRECTORY)',
  description: `Brings objects to what files or standard input say, in JSON or YAML: creates what is not there, and changes what is different. What an earlier apply had set and the files do not mention any more is taken away; what others have set stays.

To know what was applied before, the configuration is noted in an annotation of the object. With --server-side it is not needed: the server keeps who owns which field.`,
  examples: `# One file
kubectl apply -f web.yaml

# A folder with all below it
kubectl apply -R -f manifests/

# Standard input
cat web.yaml | kubectl apply -f -

# A folder with a kustomization
kubectl apply -k overlays/dev

# Delete what an earlier apply made and the file does not hold any more
kubectl apply -f web.yaml --prune -l app=web`,
  verbs: applyVerbs,
  declare: declareApply,

  complete(args, flags: ApplyFlags, invocation) {
    if (args.length > 0) throw new UsageError(`Unexpected args: [${args.join(' ')}]`, { hint: true })
    return applyOptions(flags, invocation)
  },

  async run(options, context) {
    const { applyAll } = await import('../apply/apply-all.ts')
    if (options.deprecation) context.io.err.write(options.deprecation)
    await applyAll(options, context)
  },
})
