import { schedulingVerb } from '../nodes/scheduling-verb.ts'

export const cordon = schedulingVerb(false, {
  description: 'Let no new pods be placed on a node. Those that it has stay.',
  examples: `# One node
kubectl cordon my-cluster-worker`,
})
