import { memoryOf } from './machine-facts.ts'
import { processesOf } from './processes.ts'
import { type Call, defineProgram, printed } from './program.ts'

/** What the container's processes use: one picture of it, where a real one is drawn anew until somebody leaves it. */
export const top = defineProgram({
  names: ['top'],
  async run(call) {
    const total = await memoryOf(call.machine)
    const { now } = await call.machine.look()
    const isBusybox = Object.values(call.machine.system.shells).includes('ash')
    return printed(isBusybox ? busyboxTop(call, total) : procpsTop(call, total, now))
  },
})

const busyboxTop = (call: Call, total: number): string => {
  const used = Math.floor(total * 0.2)
  const rows = processesOf(call).map(({ pid, command }, index) => {
    const parent = index === 0 ? 0 : 1
    return `${cell(pid, 5)} ${cell(parent, 5)} root     ${index === 0 ? 'S' : 'R'}     4404   0%   0% ${command}`
  })
  return lines([
    `Mem: ${used}K used, ${total - used}K free, 0K shrd, 20480K buff, ${Math.floor(total * 0.3)}K cached`,
    'CPU:   1% usr   1% sys   0% nic  98% idle   0% io   0% irq   0% sirq',
    `Load average: 0.08 0.05 0.01 1/210 ${rows.length}`,
    '  PID  PPID USER     STAT   VSZ %VSZ %CPU COMMAND',
    ...rows,
  ])
}

const procpsTop = (call: Call, total: number, now: number): string => {
  const all = processesOf(call)
  const mebibytes = (part: number): string => cell((total * part) / 1024, 8, 1)
  const rows = all.map(({ pid, command }, index) => {
    const name = command.split(' ')[0]?.split('/').at(-1) ?? command
    const state = index === all.length - 1 ? 'R' : 'S'
    return `${cell(pid, 7)} root      20   0    8800   3200   2688 ${state}   0.0   0.0   0:00.00 ${name}`
  })
  return lines([
    `top - ${new Date(now).toISOString().slice(11, 19)} up 1 day,  0 users,  load average: 0.08, 0.05, 0.01`,
    `Tasks: ${cell(all.length, 3)} total,   1 running, ${cell(all.length - 1, 3)} sleeping,   0 stopped,   0 zombie`,
    '%Cpu(s):  1.0 us,  1.0 sy,  0.0 ni, 98.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st',
    `MiB Mem : ${mebibytes(1)} total, ${mebibytes(0.5)} free, ${mebibytes(0.2)} used, ${mebibytes(0.3)} buff/cache`,
    `MiB Swap: ${mebibytes(0)} total, ${mebibytes(0)} free, ${mebibytes(0)} used. ${mebibytes(0.8)} avail Mem`,
    '',
    '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
    ...rows,
  ])
}

const cell = (value: number, width: number, digits = 0): string => value.toFixed(digits).padStart(width)
const lines = (all: readonly string[]): string => all.map(line => `${line}\n`).join('')
