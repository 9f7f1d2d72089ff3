import { resolve } from 'node:path'
import { buildKustomization } from '../kustomize/build.ts'
import { declareKustomize, type KustomizeFlags } from '../kustomize/flags.ts'
import { printedText } from '../output/print-text.ts'
import { defineVerb, Failure } from '../verb.ts'

export const kustomize = defineVerb({
  usage: 'DIR [flags]',
  description: `Prints the objects that the kustomization of a folder makes: those of its resources, with the names, namespace, labels, images and patches that it gives them, and the ConfigMaps and Secrets that it generates.`,
  examples: `# The folder that we are in
kubectl kustomize

# Another one
kubectl kustomize overlays/dev`,

  declare: declareKustomize,

  complete(args, { output, loadRestrictor }: KustomizeFlags) {
    if (args.length > 1) throw new Failure('specify one path to kustomization.yaml')
    const restrictors = ['LoadRestrictionsRootOnly', 'LoadRestrictionsNone']
    if (loadRestrictor && !restrictors.includes(loadRestrictor)) {
      const legal = `[${restrictors.join(' ')}]`
      throw new Failure(`illegal flag value --load-restrictor ${loadRestrictor}; legal values: ${legal}`)
    }
    return { path: args[0] ?? '.', output, isRestricted: loadRestrictor !== 'LoadRestrictionsNone' }
  },

  async run({ path, output, isRestricted }, context) {
    const objects = buildKustomization(path, context.world, { isRestricted })
    const documents = await Promise.all(objects.map(object => printedText(object, 'yaml', context)))
    const text = documents.join('---\n')
    if (output) context.world.files.writeFileSync(resolve(context.world.cwd, output), text)
    else context.io.out.write(text)
  },
})
