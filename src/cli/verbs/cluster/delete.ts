import { defineVerb } from '../../verb.ts'
import { clusterNamed, oneOperand } from './names.ts'

export const deleteCluster = defineVerb({
  usage: 'NAME',
  description:
    'Delete a cluster with its state, its context and its user. There is no way back: `cluster save` keeps a copy.',
  examples: '# With all that is in it\nkubesim cluster delete kubesim-my-cluster',
  complete: oneOperand('NAME'),

  async run({ word }, context) {
    context.world.clusters.delete(clusterNamed(word, context))
    context.io.out.write(`cluster "${word}" deleted\n`)
  },
})
