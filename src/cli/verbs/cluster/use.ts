import { defineVerb } from '../../verb.ts'
import { clusterNamed, oneOperand } from './names.ts'

export const use = defineVerb({
  usage: 'NAME',
  examples: '# Every command from here goes to another cluster\nkubesim cluster use kind-my-cluster',
  complete: oneOperand('NAME'),

  async run({ word }, context) {
    const { clusters } = context.world
    const name = clusterNamed(word, context)
    clusters.setKubeconfig({ ...clusters.kubeconfig(), 'current-context': name })
    context.io.out.write(`Switched to context "${name}".\n`)
  },
})
