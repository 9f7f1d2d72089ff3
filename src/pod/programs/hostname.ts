import { defineProgram, printed } from './program.ts'

export const hostname = defineProgram({
  names: ['hostname'],
  async run({ words, machine }) {
    const { pod } = await machine.look()
    const address = pod.status?.podIP ?? ''
    if (words.includes('-i') || words.includes('-I')) return printed(`${address}${words.includes('-I') ? ' ' : ''}\n`)
    if (words.includes('-f') && pod.spec.subdomain) {
      const name = `${machine.hostname}.${pod.spec.subdomain}.${pod.metadata.namespace}.svc.cluster.local`
      return printed(`${name}\n`)
    }
    return printed(`${machine.hostname}\n`)
  },
})

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
