import { defineGenerator } from '../../generators/generator.ts'

export const serviceAccount = defineGenerator({
  kind: 'ServiceAccount',
  usage: 'NAME [--dry-run=server|client|none]',
  description: 'Make a service account: who the processes of pods are to the API.',
  examples: `# A service account named robot
kubectl create serviceaccount robot`,
  failure: 'failed to create serviceaccount: ',
  build: ({ name }) => ({ kind: 'ServiceAccount', apiVersion: 'v1', metadata: { name } }),
})
