import { type CustomCommand, defineCommand } from 'just-bash/browser'

/** What shells can do themselves and the interpreter cannot: scripts that begin with it go on, and that is all. */
const names = ['trap', 'umask', 'ulimit', 'jobs', 'bg', 'fg'] as const

export const builtinCommands: readonly CustomCommand[] = names.map(name =>
  defineCommand(name, async () => ({ stdout: '', stderr: '', exitCode: 0 })),
)

/** Whether the interpreter looks for one of these, as it does for programs. */
export const isBuiltin = (path: string): boolean => names.some(name => path === `/usr/bin/${name}`)
