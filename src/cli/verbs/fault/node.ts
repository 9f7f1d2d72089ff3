import { resourceOfKind } from '../../../api/lookup.ts'
import { faultText } from '../../fault/fault-text.ts'
import { addFault } from '../../fault/write-faults.ts'
import { defineVerb, UsageError } from '../../verb.ts'

export const node = defineVerb({
  usage: 'NODE...',
  description: `Turn nodes off. Nobody answers there any more; the cluster notices after 50 seconds, and pods go elsewhere when their tolerations end.`,
  examples: '# A machine is off\nkubesim fault node my-cluster-worker',
  complete(args) {
    if (args.length === 0) throw new UsageError('a NODE is required', { hint: true })
    return { names: args.map(word => word.replace(/^nodes?\//, '')) }
  },
  async run({ names }, context) {
    const resource = resourceOfKind('Node')
    const from = await context.client.now()
    const fault = { fault: 'down', from } as const
    for (const name of names) {
      const object = await context.client.get({ resource, name })
      await addFault({ resource, object }, fault, context)
      context.io.out.write(`node/${name} broken: ${faultText(fault)}\n`)
    }
  },
})
