import { defineVerb } from '../../verb.ts'
import { clusterNamed, oneOperand, pathOf } from './names.ts'

interface LoadFlags {
  readonly name: string
  readonly frozen: boolean
}

export const load = defineVerb({
  usage: 'FILE [--name=NAME]',
  description:
    'Make the cluster what a file holds: the current cluster, or a new one if --name is given. The file is one of ' +
    '`cluster save`, or a dump of a real cluster, of which all is kept as it stood: statuses, addresses, uids. Time stands ' +
    'still in it and no controller runs, so that its DNS and routing can be asked; `clock follow` brings it to life.',
  examples:
    '# Back to what was saved\nkubesim cluster load lesson-3.json\n\n' +
    '# A picture of a real cluster\nkubectl get all,ep,endpointslices,ns,nodes,cm -A -o yaml > real.yaml\nkubesim cluster load real.yaml --name=real',

  declare(command) {
    command.option('--name <name>', 'The name of the cluster; unset is the current one.', '')
    command.option('--frozen', 'Keep a dump as it stood, with its controllers stopped.', true)
  },

  complete(args, { name, frozen }: LoadFlags) {
    return { ...oneOperand('FILE')(args), name, frozen }
  },

  async run({ word, name, frozen }, context) {
    const { world, io, warn } = context
    const cluster = name || clusterNamed(undefined, context)
    const unknown = await world.clusters.load(cluster, pathOf(word, context), { frozen })
    if (unknown.length > 0) warn(`kinds that are not known here were left out: ${unknown.join(', ')}`)
    io.out.write(`cluster "${cluster}" loaded from ${word}\n`)
  },
})
