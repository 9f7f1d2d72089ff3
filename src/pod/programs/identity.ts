import { defineProgram, printed } from './program.ts'

/** Who one is in a container: root, unless its security context says otherwise. */
export const id = defineProgram({
  names: ['id'],
  async run({ words, machine }) {
    const { user, group } = await ids(machine)
    const name = user === 0 ? 'root' : String(user)
    if (words.includes('-un') || words.includes('-nu')) return printed(`${name}\n`)
    if (words.includes('-u')) return printed(`${user}\n`)
    if (words.includes('-g')) return printed(`${group}\n`)
    const named = (number: number): string => (number === 0 ? '0(root)' : String(number))
    return printed(`uid=${named(user)} gid=${named(group)} groups=${named(group)}\n`)
  },
})

export const whoami = defineProgram({
  names: ['whoami'],
  async run({ machine }) {
    const { user } = await ids(machine)
    if (user === 0) return printed('root\n')
    return { out: '', err: `whoami: unknown uid ${user}\n`, code: 1 }
  },
})

const ids = async ({ look, container }: Parameters<typeof whoami.run>[0]['machine']) => {
  const { pod } = await look()
  const own = container.securityContext
  const user = own?.runAsUser ?? pod.spec.securityContext?.runAsUser ?? 0
  return { user, group: own?.runAsGroup ?? pod.spec.securityContext?.runAsGroup ?? 0 }
}
