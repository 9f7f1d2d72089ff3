import { defineVerb } from '../../verb.ts'
import { listNames } from './list-names.ts'

export const getClusters = defineVerb({
  usage: '[flags]',
  examples: '# The clusters of the kubeconfig\nkubectl config get-clusters',
  complete: () => undefined,
  run: async (_, context) => listNames('clusters', context),
})
