import { defineGenerator } from '../../generators/generator.ts'

export const namespace = defineGenerator({
  kind: 'Namespace',
  usage: 'NAME [--dry-run=server|client|none]',
  description: 'Make a namespace.',
  examples: `# A namespace named my-namespace
kubectl create namespace my-namespace`,
  build: ({ name }) => ({ kind: 'Namespace', apiVersion: 'v1', metadata: { name }, spec: {}, status: {} }),
})
