import { defineVerbGroup } from '../verb-group.ts'
import { configVerbs } from './config/index.ts'

export const config = defineVerbGroup({
  usage: 'SUBCOMMAND',
  description: `Reads and changes the kubeconfig: the file that names clusters, users and contexts. A context is a cluster, a user and a namespace; kubectl works with the current one.

Here each simulated cluster has a context, in a kubeconfig that lies beside the clusters. With --kubeconfig another file is read and changed instead.`,
  examples: `# Which contexts there are
kubectl config get-contexts

# Another namespace from here on
kubectl config set-context --current --namespace=kube-system`,
  verbs: configVerbs,
})
