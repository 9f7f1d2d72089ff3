import { tools } from '../../tools/index.ts'
import type { LiveWorld, Tool } from '../../tools/tool.ts'
import { defineProgram, type Machine, type Program } from './program.ts'

/** A program of the network, in the dialect that the container has of it. */
const networkProgram = (tool: Tool, names: readonly string[] = [tool.name]): Program =>
  defineProgram({
    names,
    async run({ words, folder, machine, print, stdinBytes }) {
      const out: string[] = []
      const err: string[] = []
      const world = await machine.network({
        out: { write: text => (print ? print(text) : out.push(text)) },
        err: { write: text => err.push(text) },
        folder,
      })
      const style = machine.system.styles[tool.name]
      const run = await tool.load()
      const fed = { ...world, input: async () => stdinBytes }
      const place = print ? { ...fed, live: liveIn(machine, folder) } : fed
      const code = await run(style ? [`--style=${style}`, ...words] : words, place)
      return { out: out.join(''), err: err.join(''), code }
    },
  })

export const networkPrograms: readonly Program[] = tools.map(tool =>
  networkProgram(tool, tool.name === 'ping' ? ['ping', 'ping6'] : [tool.name]),
)

const liveIn = (machine: Machine, folder: string): LiveWorld => ({
  async pass(milliseconds) {
    await machine.sleep(milliseconds)
    return !machine.isInterrupted()
  },
  connect: async () => (await machine.network({ out: nowhere, err: nowhere, folder })).connect,
})

const nowhere = { write: () => undefined }
