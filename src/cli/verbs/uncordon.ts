import { schedulingVerb } from '../nodes/scheduling-verb.ts'

export const uncordon = schedulingVerb(true, {
  description: 'Let pods be placed on a node again.',
  examples: `# One node
kubectl uncordon my-cluster-worker`,
})
