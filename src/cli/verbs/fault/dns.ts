import { resourceOfKind } from '../../../api/lookup.ts'
import { faultText } from '../../fault/fault-text.ts'
import { addFault } from '../../fault/write-faults.ts'
import { noArguments } from '../../no-arguments.ts'
import { defineVerb } from '../../verb.ts'

export const dns = defineVerb({
  usage: '',
  description: "Let the cluster's DNS be silent: questions to it time out. To make it slow, see `kubesim fault path`.",
  examples: '# No name resolves\nkubesim fault dns',
  complete: noArguments,
  async run(_, context) {
    const resource = resourceOfKind('Service')
    const object = await context.client.get({ resource, namespace: 'kube-system', name: 'kube-dns' })
    const fault = { fault: 'silent' } as const
    await addFault({ resource, object }, fault, context)
    context.io.out.write(`service/kube-dns broken: ${faultText(fault)}\n`)
  },
})
