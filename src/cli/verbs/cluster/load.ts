import { defineVerb } from '../../verb.ts'
import { clusterNamed, oneOperand } from './names.ts'

interface LoadFlags {
  readonly name: string
}

export const load = defineVerb({
  usage: 'FILE [--name=NAME]',
  description:
    'Make the cluster what a file of `cluster save` holds: the current cluster, or a new one if --name is given.',
  examples: '# Back to what was saved\nkubesim cluster load lesson-3.json',

  declare(command) {
    command.option('--name <name>', 'The name of the cluster; unset is the current one.', '')
  },

  complete(args, { name }: LoadFlags) {
    return { ...oneOperand('FILE')(args), name }
  },

  async run({ word, name }, context) {
    const cluster = name || clusterNamed(undefined, context)
    context.world.clusters.load(cluster, `${context.world.cwd}/${word}`)
    context.io.out.write(`cluster "${cluster}" loaded from ${word}\n`)
  },
})
