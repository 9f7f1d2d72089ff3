import { resolve } from '../../dns/resolver/resolve.ts'
import { type Call, defineProgram, failed, type Outcome, printed } from './program.ts'

const nowhere = { write: () => undefined }

/** The helper of Kubernetes' own tests, as one runs it beside its server: what it finds out about names and ports. */
export const agnhost = defineProgram({
  names: ['agnhost'],
  run(call) {
    const [name = '', ...words] = call.words
    const run = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
    return run ? run({ ...call, words }) : failed(`Error: unknown command "${name}" for "app"\n`)
  },
})

const worldOf = ({ machine, folder }: Call) => machine.network({ out: nowhere, err: nowhere, folder })

const connect = async (call: Call): Promise<Outcome> => {
  const target = call.words.find(word => /:\d+$/.test(word)) ?? ''
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(target) ?? []
  const world = await worldOf(call)
  const [address] = (await resolve(world, host)).addresses
  if (address === undefined) return failed(`DNS: lookup ${host}: no such host\n`)
  const protocol = call.words.some(word => /udp/i.test(word)) ? 'UDP' : 'TCP'
  const { outcome } = (await world.connect({ address, port: Number(port), protocol })).route.outcome
  if (outcome === 'delivered') return printed('')
  return failed(outcome === 'refused' ? 'REFUSED\n' : outcome === 'timeout' ? 'TIMEOUT\n' : 'OTHER: no route to host\n')
}

const subcommands: Readonly<Record<string, (call: Call) => Promise<Outcome> | Outcome>> = {
  connect,
  'dns-server-list': async call => printed(`${(await worldOf(call)).resolvConf.nameservers.join(',')}\n`),
  'dns-suffix': async call => printed(`${(await worldOf(call)).resolvConf.search.join(',')}\n`),
  'etc-hosts': ({ machine }) => printed(machine.files.read('/etc/hosts').toString('utf8')),
}
