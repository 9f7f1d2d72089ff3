import { declareSelector } from '../../selection/selectors.ts'
import { defineVerb } from '../../verb.ts'
import { checkTop, refuseMetrics, type TopFlags } from './usage.ts'

export const node = defineVerb({
  usage: '[NAME | -l label]',
  description: 'Shows the use of nodes. A simulated cluster measures nothing.',

  declare(command) {
    declareSelector(command)
    command.option('--sort-by <what>', 'cpu or memory.', '')
    command.option('--no-headers', 'Leave the heading out.', false)
    command.option('--show-capacity', 'Compare with what nodes have, not with what is allocatable.', false)
    command.option('--show-swap', 'Show swap, too.', false)
    command.option('--use-protocol-buffers', 'Accepted; changes nothing.', true)
  },

  complete: (args, flags: TopFlags) =>
    checkTop(args, flags, { usage: 'node [NAME | -l label]', selecting: '--selector' }),
  run: async (_, context) => refuseMetrics(context),
})
