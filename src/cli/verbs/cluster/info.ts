import { defineVerb, Failure } from '../../verb.ts'
import { clusterNamed, optionalName } from './names.ts'

export const info = defineVerb({
  usage: '[NAME]',
  examples: '# Ranges, nodes and profile of the current one\nkubesim cluster info',
  complete: optionalName,

  async run({ name }, context) {
    const cluster = clusterNamed(name, context)
    const settings = context.world.clusters.describe(cluster)
    if (!settings) throw new Failure(`cluster "${cluster}" is not there yet: its first command makes it`)
    context.io.out.write(`${JSON.stringify(settings, undefined, 2)}\n`)
  },
})
