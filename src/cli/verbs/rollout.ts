import { defineVerbGroup } from '../verb-group.ts'
import { rolloutVerbs } from './rollout/index.ts'

export const rollout = defineVerbGroup({
  verbs: rolloutVerbs,
  helpOn: 'out',
  usage: 'SUBCOMMAND',
  description: `Follow and steer how changes of a template reach the pods.

It works on deployments, daemon sets and stateful sets.`,
  examples: `# Go back to the deployment before
kubectl rollout undo deployment/web

# Wait for a daemon set
kubectl rollout status daemonset/agent`,
})
