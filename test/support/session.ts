import { aCli, type CliGiven, type CliResult } from './run-cli.ts'

/** Runs commands one after the other on one machine, gives what the last one printed. */
export const lastOf = async (commands: readonly string[], given: CliGiven = {}): Promise<CliResult> => {
  const cli = aCli(given)
  try {
    let last: CliResult = { stdout: '', stderr: '', code: 0 }
    for (const command of commands) last = await cli.run(command)
    return last
  } finally {
    cli.remove()
  }
}
