import { defineVerbGroup } from '../verb-group.ts'
import { clusterVerbs } from './cluster/index.ts'

export const cluster = defineVerbGroup({
  description:
    'Create and manage simulated clusters. Each is a folder with its state and a context of the kubeconfig; a first command ' +
    'makes one by itself.',
  examples:
    '# Another cluster, with addresses for LoadBalancers from a pool\nkubesim cluster create shop --profile=metallb',
  verbs: clusterVerbs,
})
