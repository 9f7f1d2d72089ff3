import { absolutePath } from '../files/paths.ts'
import { processesOf } from './processes.ts'
import { defineProgram, failed, printed } from './program.ts'

/** The processes of a name: `pidof nginx`, `pgrep nginx`. */
export const pidof = defineProgram({
  names: ['pidof', 'pgrep'],
  run(call) {
    const wanted = call.words.filter(word => !word.startsWith('-'))
    const others = processesOf(call).filter(({ command }) => !/^(pidof|pgrep) /.test(command))
    const isWanted = (command: string): boolean =>
      wanted.some(name => (command.split(/[: ]/)[0] ?? '').replace(/^.*\//, '') === name)
    const found = others.flatMap(({ pid, command }) => (isWanted(command) ? [String(pid)] : []))
    if (found.length === 0) return failed('')
    return printed(call.name === 'pidof' ? `${found.toReversed().join(' ')}\n` : `${found.join('\n')}\n`)
  },
})

/** Everything here is root's, and stays so. */
export const chown = defineProgram({ names: ['chown', 'chgrp'], run: () => printed('') })

export const mktemp = defineProgram({
  names: ['mktemp'],
  async run({ words, machine }) {
    const isFolder = words.some(word => /^-\w*d/.test(word))
    const { now } = await machine.look()
    const base = now.toString(36).slice(-6).replace(/^/, '/tmp/tmp.')
    let path = base
    for (let turn = 1; machine.files.find(path); turn++) path = `${base}${turn}`
    if (isFolder) machine.files.makeFolder(path)
    else machine.files.write(path, '')
    return printed(`${path}\n`)
  },
})

export const realpath = defineProgram({
  names: ['realpath'],
  run({ words, machine, folder }) {
    const missing = words.find(word => !machine.files.find(absolutePath(word, folder)))
    if (missing !== undefined) return failed(`realpath: ${missing}: No such file or directory\n`)
    return printed(words.map(word => `${machine.files.real(absolutePath(word, folder))}\n`).join(''))
  },
})

/** The neighbours that a pod has talked to: the gateway of its network. */
export const arp = defineProgram({
  names: ['arp'],
  async run({ words, other }) {
    const { out } = await other('ip', ['route'])
    const gateway = /default via (\S+)/.exec(out)?.[1] ?? ''
    const hardware = '8a:2f:00:00:00:01'
    if (words.includes('-a')) return printed(`? (${gateway}) at ${hardware} [ether]  on eth0\n`)
    const head = 'Address                  HWtype  HWaddress           Flags Mask            Iface\n'
    return printed(`${head}${gateway.padEnd(24)} ether   ${hardware}   C                     eth0\n`)
  },
})
