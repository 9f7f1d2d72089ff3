import { behavioursIn } from '../../images/behaviour-of.ts'
import { openPorts } from '../../network/listener.ts'
import { defineProgram, type Machine, printed } from './program.ts'

/** Who listens in the pod: its containers share one network. */
export const ss = defineProgram({
  names: ['ss'],
  async run({ machine }) {
    const head = 'State  Recv-Q Send-Q Local Address:Port Peer Address:Port'
    const rows = (await portsOf(machine)).map(
      port => `LISTEN 0      511    ${`0.0.0.0:${port}`.padStart(18)} ${'0.0.0.0:*'.padStart(17)}`,
    )
    return printed([head, ...rows, ''].join('\n'))
  },
})

export const netstat = defineProgram({
  names: ['netstat'],
  async run({ words, machine }) {
    const isServers = words.some(word => /^-\w*[la]/.test(word))
    const title = isServers ? 'Active Internet connections (only servers)' : 'Active Internet connections (w/o servers)'
    const head = 'Proto Recv-Q Send-Q Local Address           Foreign Address         State       '
    const ports = isServers ? await portsOf(machine) : []
    const rows = ports.map(
      port => `tcp        0      0 ${`0.0.0.0:${port}`.padEnd(23)} ${'0.0.0.0:*'.padEnd(23)} LISTEN      `,
    )
    return printed([title, head, ...rows, ''].join('\n'))
  },
})

const portsOf = async ({ look }: Machine): Promise<readonly number[]> => {
  const { pod, view } = await look()
  const ports = openPorts(pod, behavioursIn(view))
  return ports === 'all' ? [] : [...new Set(ports)].sort((left, right) => left - right)
}
