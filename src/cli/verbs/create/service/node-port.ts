import { integer } from '../../../flags.ts'
import { defineServiceGenerator } from './generator.ts'

export const nodePort = defineServiceGenerator({
  type: 'NodePort',
  usage: 'NAME [--tcp=port:targetPort] [--dry-run=server|client|none]',
  description: 'Make a Service that is reached by a port of every node, too.',
  examples: `# Port 30080 of every node
kubectl create service nodeport my-ns --tcp=5678:8080 --node-port=30080`,
  declare(command) {
    command.option('--node-port <port>', 'The port of every node; one that is free if unset.', integer, 0)
  },
})
