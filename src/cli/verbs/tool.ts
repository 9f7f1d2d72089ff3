import { resolve } from 'node:path'
import { bytesOf } from '../../api/conversation.ts'
import type { Tool, ToolFiles } from '../../tools/tool.ts'
import { defineVerb, Failure, UsageError, type Verb } from '../verb.ts'
import type { World } from '../world/world.ts'

const libcs = ['glibc', 'musl'] as const

interface ToolFlags {
  readonly from: string
  readonly libc: string
  readonly realDns?: boolean
}

/** The verb that runs a program at a place in the cluster: its words are the program's own. */
export const toolVerb = ({ summary, examples, load }: Tool): Verb =>
  defineVerb({
    usage: '[words of the program]',
    description: `${summary}. It runs in a pod of the namespace unless --from names another place; all other words are its own.`,
    examples,
    rawWords: true,

    declare(command) {
      command.option('--from <place>', 'Where to run: pod/NAME, node/NAME or laptop.', '')
      command.option('--libc <name>', 'Whose resolver the program uses: glibc or musl.', 'glibc')
      command.option('--real-dns', "Ask this machine's own resolver for names of the Internet.")
    },

    complete(words, { from, libc, realDns = false }: ToolFlags) {
      const known = libcs.find(name => name === libc)
      if (!known) throw new UsageError(`--libc is ${libcs.join(' or ')}, not "${libc}"`)
      return { words, from, libc: known, realDns }
    },

    async run({ words, from, libc, realDns }, { world, io, namespace, cluster: name, client }) {
      const { cluster, settings, now, random } = await world.openView(name)
      const { clusterWorld } = await import('../../tools/cluster-world.ts')
      const { keepPins, pinsOf } = await import('../../tools/pins.ts')
      const { clusterDomain } = settings
      const { out, err } = io
      const place = clusterWorld({
        ...{ cluster, clusterDomain, now, random, namespace, from, libc, out, err },
        realDns: realDns ? world.realDns : undefined,
        files: filesOf(world),
        kubelet: await world.openKubelet(name),
        pins: pinsOf(cluster),
        keepPins: pins => keepPins(client, pins),
      })
      const run = await load()
      const input = io.in.isTerminal ? undefined : async () => bytesOf(await io.in.readAll())
      const code = await run(words, { ...place, input })
      if (code !== 0) throw new Failure('', { code })
    },
  })

const filesOf = ({ files, cwd }: World): ToolFiles => ({
  read: path => files.readFileSync(resolve(cwd, path), 'utf8'),
  write: (path, text) => files.writeFileSync(resolve(cwd, path), text),
})
