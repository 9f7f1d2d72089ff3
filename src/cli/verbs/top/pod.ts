import { declareAllNamespaces } from '../../selection/selection.ts'
import { declareFieldSelector, declareSelector } from '../../selection/selectors.ts'
import { defineVerb } from '../../verb.ts'
import { checkTop, refuseMetrics, type TopFlags } from './usage.ts'

export const pod = defineVerb({
  usage: '[NAME | -l label]',
  description: 'Shows the use of pods. A simulated cluster measures nothing.',

  declare(command) {
    declareSelector(command)
    declareAllNamespaces(command)
    declareFieldSelector(command)
    command.option('--sort-by <what>', 'cpu or memory.', '')
    command.option('--containers', 'Each container by itself.', false)
    command.option('--no-headers', 'Leave the heading out.', false)
    command.option('--sum', 'Show the sum below.', false)
    command.option('--show-swap', 'Show swap, too.', false)
    command.option('--use-protocol-buffers', 'Accepted; changes nothing.', true)
  },

  complete: (args, flags: TopFlags) => checkTop(args, flags, { usage: 'pod [NAME | -l label]', selecting: 'selector' }),
  run: async (_, context) => refuseMetrics(context),
})
