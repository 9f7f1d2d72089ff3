import { fstatSync, readFileSync } from 'node:fs'
import { isatty } from 'node:tty'
import { run } from './cli/run.ts'
import type { Output } from './cli/world.ts'
import { createOutput } from './host/output.ts'
import { createWorld } from './host/world.ts'

/** Runs kubesim as this process. `packageFolder` is where it is installed. */
export const main = async (packageFolder: string): Promise<void> => {
  const { world, close } = createWorld({
    io: { in: { isTerminal: isatty(0), readAll: async () => readAll() }, out: output(1), err: output(2) },
    env: process.env,
    cwd: process.cwd(),
    clock: { now: Date.now },
    pid: process.pid,
    packageFolder,
  })
  process.exitCode = await run(process.argv.slice(2), world)
  close()
}

const output = (descriptor: 1 | 2): Output => ({
  ...createOutput(descriptor, () => process.exit(0)),
  isTerminal: isatty(descriptor),
  columns: Number(process.env.COLUMNS) || undefined,
})

const readAll = (): string => (fstatSync(0).isDirectory() ? '' : readFileSync(0, 'utf8'))
