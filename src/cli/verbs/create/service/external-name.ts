import { isDns1123Subdomain } from '../../../../api/validation/names.ts'
import { defineServiceGenerator } from './generator.ts'

export const externalName = defineServiceGenerator({
  type: 'ExternalName',
  usage: 'NAME --external-name external.name [--dry-run=server|client|none]',
  description: 'Make a Service whose name is another name for one outside the cluster: no pods, no address, only DNS.',
  examples: `# my-db resolves to db.example.com
kubectl create service externalname my-db --external-name=db.example.com`,
  declare(command) {
    command.requiredOption('--external-name <name>', 'The name that the Service stands for.')
  },
  check({ externalName: name = '' }) {
    if (isDns1123Subdomain(name).length > 0) throw new Error(`invalid service external name ${name}`)
  },
})
