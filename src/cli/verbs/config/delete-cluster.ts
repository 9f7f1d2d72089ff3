import { defineVerb } from '../../verb.ts'
import { deleteEntry } from './delete-entry.ts'

export const deleteCluster = defineVerb({
  usage: 'NAME',
  description:
    'Takes a cluster out of the kubeconfig. The simulated cluster stays: `kubesim cluster delete` deletes that.',
  examples: '# Forget a cluster\nkubectl config delete-cluster old',
  complete: args => args,

  async run(args, context) {
    const [name = ''] = args
    if (args.length !== 1) return context.io.out.write(context.help())
    await deleteEntry('cluster', name, context)
  },
})
