import { defineVerb } from '../../verb.ts'
import { clusterNamed, optionalName } from './names.ts'

export const reset = defineVerb({
  usage: '[NAME]',
  description:
    'Make a cluster as it was when it was created: the same profile, ranges and seed, and nothing else in it.',
  examples: '# The current one\nkubesim cluster reset',
  complete: optionalName,

  async run({ name }, context) {
    const cluster = clusterNamed(name, context)
    await context.world.clusters.reset(cluster)
    context.io.out.write(`cluster "${name ?? cluster}" reset\n`)
  },
})
