import { defineServiceGenerator } from './generator.ts'

export const clusterIp = defineServiceGenerator({
  type: 'ClusterIP',
  usage: 'NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]',
  description: 'Make a Service that is reached by an address of the cluster.',
  examples: `# Port 5678 of the Service, 8080 of its pods
kubectl create service clusterip my-cs --tcp=5678:8080

# Without an address: its name resolves to the pods
kubectl create service clusterip my-headless --clusterip=None`,
  declare(command) {
    command.option('--clusterip <address>', "The address to ask for, or 'None' for a headless Service.", '')
  },
})
