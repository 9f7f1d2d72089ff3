import { defineVerb } from '../../verb.ts'
import { clusterNamed, oneOperand, pathOf } from './names.ts'

export const save = defineVerb({
  usage: 'FILE',
  description: 'Save the state of the cluster to a file, from which `cluster load` makes it again.',
  examples: '# Keep it for later\nkubesim cluster save lesson-3.json',
  complete: oneOperand('FILE'),

  async run({ word }, context) {
    const name = clusterNamed(undefined, context)
    context.world.clusters.save(name, pathOf(word, context))
    context.io.out.write(`cluster "${name}" saved to ${word}\n`)
  },
})
