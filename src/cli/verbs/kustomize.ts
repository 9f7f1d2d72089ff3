import { resolve } from 'node:path'
import { buildKustomization } from '../kustomize/build.ts'
import { printedText } from '../output/print-text.ts'
import { defineVerb, Failure } from '../verb.ts'

export interface KustomizeFlags {
  readonly output: string
}

export const kustomize = defineVerb({
  usage: 'DIR',
  description: `Prints the objects that the kustomization of a folder makes: those of its resources, with the names, namespace, labels, images and patches that it gives them, and the ConfigMaps and Secrets that it generates.`,
  examples: `# The folder that we are in
kubectl kustomize

# Another one
kubectl kustomize overlays/dev`,

  declare(command) {
    command.option('-o, --output <file>', 'A file to write to, in place of standard output.', '')
  },

  complete(args, { output }: KustomizeFlags) {
    if (args.length > 1) throw new Failure('specify one path to kustomization.yaml')
    return { path: args[0] ?? '.', output }
  },

  async run({ path, output }, context) {
    const { objects, notes } = buildKustomization(path, context.world)
    context.io.err.write(notes)
    const documents = await Promise.all(objects.map(object => printedText(object, 'yaml', context)))
    const text = documents.join('---\n')
    if (output) context.world.files.writeFileSync(resolve(context.world.cwd, output), text)
    else context.io.out.write(text)
  },
})
