import { programFile } from '../image-files.ts'
import { alpineHost, apkOffline, aptOffline, debianHost, hasNames } from './package-servers.ts'
import { type Call, defineProgram, failed, type Outcome, printed } from './program.ts'

/** Alpine's package manager, for the packages that are programs here. */
export const apk = defineProgram({
  names: ['apk'],
  async run(call) {
    const [verb, ...packages] = call.words.filter(word => !word.startsWith('-'))
    if (verb !== 'add' && verb !== 'update') return failed('apk: only add and update are simulated\n')
    const offline = (await hasNames(call, alpineHost)) ? undefined : apkOffline(call)
    if (verb === 'update') return offline ? apkStale(offline) : printed('OK: 24000 distinct packages available\n')
    const unknown = offline ? packages : packages.filter(name => !known(call, name))
    if (unknown.length > 0) {
      const missing = unknown.map(name => `  ${name} (no such package):\n    required by: world[${name}]\n`).join('')
      const err = `${offline?.err ?? ''}ERROR: unable to select packages:\n${missing}`
      return { out: offline?.out ?? '', err, code: unknown.length }
    }
    const lines = packages.map((name, index) => `(${index + 1}/${packages.length}) Installing ${name}\n`)
    return install(call, packages, `${lines.join('')}OK: 12 MiB in ${15 + packages.length} packages\n`)
  },
})

const apkStale = (offline: Outcome): Outcome => ({
  ...offline,
  out: `${offline.out}${offline.code} unavailable, 0 stale; 16 distinct packages available\n`,
})

/** Debian's. */
export const aptGet = defineProgram({
  names: ['apt-get', 'apt'],
  async run(call) {
    const [verb, ...packages] = call.words.filter(word => !word.startsWith('-'))
    const asks = verb === 'update' || verb === 'install'
    const isOnline = !asks || (await hasNames(call, debianHost))
    if (verb === 'update') return isOnline ? printed('Reading package lists... Done\n') : aptOffline()
    if (verb === 'clean' || verb === 'autoremove') return printed('')
    if (verb !== 'install') return failed(`E: Invalid operation ${verb ?? ''}\n`, 100)
    const unknown = packages.find(name => !isOnline || !known(call, name))
    const head = 'Reading package lists... Done\nBuilding dependency tree... Done\nReading state information... Done\n'
    if (unknown) return { out: head, err: `E: Unable to locate package ${unknown}\n`, code: 100 }
    return install(call, packages, `${head}${packages.map(name => `Setting up ${name} ...\n`).join('')}`)
  },
})

const known = ({ machine }: Call, name: string): readonly string[] | undefined => machine.system.packages?.[name]

const install = async (call: Call, packages: readonly string[], text: string): Promise<Outcome> => {
  const { files, system, look } = call.machine
  const { now } = await look()
  for (const name of packages.flatMap(each => known(call, each) ?? [])) files.put(...programFile(system, name, now))
  return printed(text)
}
