import type { ConfigMap } from '../../../api/generated/types.ts'
import { resourceOfKind } from '../../../api/lookup.ts'
import { ipVersion } from '../../../util/ip.ts'
import { defineVerb, UsageError } from '../../verb.ts'

interface AddFlags {
  readonly zone: string
}

const zones = ['internal', 'external']

export const add = defineVerb({
  usage: 'NAME ADDRESS [--zone=internal|external]',
  description:
    'Let a name beyond the cluster have an address: a record more in a zone of ConfigMap kube-system/upstream-dns, which ' +
    "holds the names of the company's network and those of the Internet.",
  examples:
    '# A name of the Internet\nkubesim dns add shop.example.com 203.0.114.10\n\n' +
    "# A host of the company's network\nkubesim dns add queue.company.internal 192.168.0.40 --zone=internal",

  declare(command) {
    command.option('--zone <zone>', 'Whose name it is: internal or external.', 'external')
  },

  complete([name = '', address = '', ...rest], { zone }: AddFlags) {
    if (address === '' || rest.length > 0) throw new UsageError('a NAME and an ADDRESS are required', { hint: true })
    if (!/^[\w-]+(\.[\w-]+)*\.?$/.test(name)) throw new UsageError(`"${name}" is not a name of the DNS`)
    if (ipVersion(address) === 0) throw new UsageError(`"${address}" is not an IP address`)
    if (!zones.includes(zone)) throw new UsageError(`--zone is ${zones.join(' or ')}, not "${zone}"`)
    return { name: name.endsWith('.') ? name : `${name}.`, address, key: `${zone}.zone` }
  },

  async run({ name, address, key }, { client, io }) {
    const target = { resource: resourceOfKind('ConfigMap'), namespace: 'kube-system', name: 'upstream-dns' }
    const { data } = (await client.get(target)) as ConfigMap
    const record = `${name} 300 IN ${ipVersion(address) === 6 ? 'AAAA' : 'A'} ${address}`
    const zone = `${(data?.[key] ?? '').trimEnd()}\n${record}\n`
    await client.patch(target, { type: 'merge', body: { data: { [key]: zone } } })
    io.out.write(`${record}\n`)
  },
})
