import { fstatSync, readFileSync } from 'node:fs'
import { isatty } from 'node:tty'
import { run } from './cli/program/run.ts'
import type { Output } from './cli/world/world.ts'
import { homeFolder } from './host/home.ts'
import { createOutput } from './host/output.ts'
import { createWorld } from './host/world.ts'

/** Runs kubesim as this process. `packageFolder` is where it is installed. */
export const main = async (packageFolder: string): Promise<void> => {
  const err = output(2)
  const { world, close } = createWorld({
    io: { in: { isTerminal: isTerminal(0), readAll: async () => readAll() }, out: output(1), err },
    env: process.env,
    cwd: process.cwd(),
    clock: { now: Date.now },
    pid: process.pid,
    home: await homeFolder(process.env),
    packageFolder,
  })
  process.exitCode = await run(process.argv.slice(2), world)
  try {
    close()
  } catch (error) {
    err.write(`error: ${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}

const output = (descriptor: 1 | 2): Output => ({
  ...createOutput(descriptor, () => process.exit(0)),
  isTerminal: isTerminal(descriptor),
  // Node's own stream knows, and is loaded only by who draws something as wide as the terminal.
  get columns() {
    return Number(process.env.COLUMNS) || (descriptor === 1 ? process.stdout : process.stderr).columns
  },
})

// Node's part for terminals takes longer to load than all of ours: only what may be a terminal is worth it. Devices of
// memory (/dev/null among them) have 1 as their major number on Linux.
const isTerminal = (descriptor: number): boolean => {
  const status = fstatSync(descriptor)
  return status.isCharacterDevice() && status.rdev >> 8 !== 1 && isatty(descriptor)
}

const readAll = (): string => (fstatSync(0).isDirectory() ? '' : readFileSync(0, 'utf8'))
