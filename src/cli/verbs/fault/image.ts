import { resourceOfKind } from '../../../api/lookup.ts'
import { faultText } from '../../fault/fault-text.ts'
import { addFault } from '../../fault/write-faults.ts'
import { defineVerb, UsageError } from '../../verb.ts'

export const image = defineVerb({
  usage: 'IMAGE',
  description:
    'Let no node find an image any more. Containers that run it already go on; new ones wait in ImagePullBackOff.',
  examples: '# New pods of it do not start\nkubesim fault image nginx:1.27',
  complete([image, ...rest]) {
    if (image === undefined || rest.length > 0) throw new UsageError('exactly one IMAGE is required', { hint: true })
    return { image }
  },
  async run({ image }, context) {
    const resource = resourceOfKind('Node')
    const fault = { fault: 'image', image } as const
    const { items } = await context.client.list(resource)
    for (const object of items) await addFault({ resource, object }, fault, context)
    context.io.out.write(`broken on ${items.length} nodes: ${faultText(fault)}\n`)
  },
})
