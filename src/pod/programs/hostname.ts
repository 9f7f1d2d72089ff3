import type { Pod } from '../../api/generated/types.ts'
import { defineProgram, type Machine, printed } from './program.ts'

export const hostname = defineProgram({
  names: ['hostname'],
  async run({ words, machine }) {
    const { pod } = await machine.look()
    const address = pod.status?.podIP ?? ''
    if (words.includes('-i') || words.includes('-I')) return printed(`${address}${words.includes('-I') ? ' ' : ''}\n`)
    if (words.includes('-f') && pod.spec.subdomain) {
      return printed(`${machine.hostname}.${await ownDomain(machine, pod)}\n`)
    }
    if (words.includes('-d')) return printed(pod.spec.subdomain ? `${await ownDomain(machine, pod)}\n` : '\n')
    return printed(`${machine.hostname}\n`)
  },
})

/** The domain of a pod with a subdomain, as its file of hosts has it. */
const ownDomain = async ({ files, hostname: host }: Machine, { metadata, spec }: Pod): Promise<string> => {
  const hosts = files.read('/etc/hosts').toString('utf8').split(/\s+/)
  const whole = hosts.find(name => name.startsWith(`${host}.${spec.subdomain}.`))
  return whole?.slice(host.length + 1) ?? `${spec.subdomain}.${metadata.namespace}.svc.cluster.local`
}

export const uname = defineProgram({
  names: ['uname'],
  run({ words, machine }) {
    const { hostname: host } = machine
    const facts = { s: 'Linux', n: host, r: '6.8.0-60-generic', v: '#63-Ubuntu SMP', m: 'x86_64', o: 'GNU/Linux' }
    const letters = words.join('').includes('a') ? Object.keys(facts) : words.join('').replaceAll('-', '').split('')
    const wanted = letters.length > 0 ? letters : ['s']
    return printed(`${wanted.flatMap(letter => facts[letter as keyof typeof facts] ?? []).join(' ')}\n`)
  },
})
