import { defineServiceGenerator } from './generator.ts'

export const loadBalancer = defineServiceGenerator({
  type: 'LoadBalancer',
  usage: 'NAME [--tcp=port:targetPort] [--dry-run=server|client|none]',
  description: 'Make a Service that is reached by an address outside the cluster, where something provides one.',
  examples: `# Port 80 outside, 8080 of the pods
kubectl create service loadbalancer my-lbs --tcp=80:8080`,
})
