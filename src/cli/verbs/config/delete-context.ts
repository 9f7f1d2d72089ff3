import { defineVerb } from '../../verb.ts'
import { deleteEntry } from './delete-entry.ts'

export const deleteContext = defineVerb({
  usage: 'NAME',
  description:
    'Takes a context out of the kubeconfig. The simulated cluster stays: `kubesim cluster delete` deletes that.',
  examples: '# Forget a context\nkubectl config delete-context old',
  complete: args => args,

  async run(args, context) {
    const [name = ''] = args
    if (args.length !== 1) return context.io.out.write(context.help())
    await deleteEntry('context', name, context)
  },
})
