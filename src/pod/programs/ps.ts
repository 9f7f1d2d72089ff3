import { processesOf } from './processes.ts'
import { type Call, defineProgram, printed } from './program.ts'

/** The processes of the container: its own program, and who looks. */
export const ps = defineProgram({
  names: ['ps'],
  run(call) {
    const { system } = call.machine
    const isBusybox = Object.values(system.shells).includes('ash')
    return printed(isBusybox ? busyboxTable(call) : procpsTable(call))
  },
})

const busyboxTable = (call: Call): string =>
  [
    'PID   USER     TIME  COMMAND',
    ...processesOf(call).map(({ pid, command }) => `${String(pid).padStart(5)} root      0:00 ${command}`),
    '',
  ].join('\n')

const procpsTable = (call: Call): string => {
  const all = processesOf(call)
  if (call.words.some(word => /^-?\w*u/.test(word))) {
    const head = 'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND'
    const rows = all.map(({ pid, command }) => {
      const numbers = `${String(pid).padStart(12)}  0.0  0.0   4352  3200 ?        Ss   00:00   0:00`
      return `root${numbers} ${command}`
    })
    return [head, ...rows, ''].join('\n')
  }
  if (call.words.some(word => /^-\w*f/.test(word))) {
    const rows = all.map(
      ({ pid, command }) => `root${String(pid).padStart(11)}       0  0 00:00 ?        00:00:00 ${command}`,
    )
    return ['UID          PID    PPID  C STIME TTY          TIME CMD', ...rows, ''].join('\n')
  }
  const rows = all.map(({ pid, command }) => `${String(pid).padStart(7)} ?        00:00:00 ${nameOf(command)}`)
  return ['    PID TTY          TIME CMD', ...rows, ''].join('\n')
}

const nameOf = (command: string): string => command.split(' ')[0]?.split('/').at(-1) ?? command
