import { Bash, type CustomCommand } from 'just-bash/browser'
import { bashFiles } from '../files/bash-files.ts'
import type { FileTree } from '../files/file-tree.ts'
import { withOwnNames } from './shown-functions.ts'
import { errDevice, outDevice } from './streamed.ts'
import type { Script } from './syntax.ts'

export interface InterpreterOptions {
  readonly files: FileTree
  readonly commands: CustomCommand[]
  readonly environment: Readonly<Record<string, string>>
  readonly folder: string
  readonly stdin: string
  out(text: string): void
  err(text: string): void
}

/** Runs a script whose parts print to the two devices, and gives its exit code. */
export const interpret = async (script: Script, options: InterpreterOptions): Promise<number> => {
  const { files, commands, environment, folder, stdin, out, err } = options
  const devices = new Map([
    [outDevice, (bytes: Buffer) => out(bytes.toString('utf8'))],
    [errDevice, (bytes: Buffer) => err(withOwnNames(bytes.toString('utf8')))],
    ['/dev/null', () => undefined],
  ])
  const bash = new Bash({
    fs: bashFiles(files, devices, () => err('bash: write error: No space left on device\n')),
    customCommands: commands,
    env: environment,
    cwd: folder,
    executionLimits: limits,
  })
  runInstead(bash, script)
  const { stdout, stderr, exitCode } = await bash.exec(':', { stdin, rawScript: true })
  out(stdout)
  err(withOwnNames(stderr))
  return exitCode
}

/** The first script that the interpreter is given becomes this one; those that scripts run are as they are. */
const runInstead = (bash: Bash, script: Script): void => {
  let isFirst = true
  bash.registerTransformPlugin({
    name: 'run-instead',
    transform({ ast }) {
      const chosen = isFirst ? script : ast
      isFirst = false
      return { ast: chosen }
    },
  })
}

// A loop that waits each time may go on for days; one that does not is stopped by whoever started it.
const many = 1_000_000_000
const limits = {
  maxCommandCount: many,
  maxLoopIterations: 10_000_000,
  maxOutputSize: many,
  maxWorkUnits: many,
  maxInputBytes: many,
  maxLiveBytes: many,
  maxExecutionTimeMs: Number.POSITIVE_INFINITY,
}
