import type { FileFault } from '../files/file-error.ts'
import type { ShellKind } from '../systems/system.ts'

/** How a shell says what goes wrong: `ash` and `dash` were started as something, `bash` at a terminal or not. */
export interface Speaker {
  readonly kind: ShellKind
  /** The name that the shell was started by: `sh`, `/bin/bash`. */
  readonly name: string
  readonly isInteractive: boolean
}

/** What the interpreter says in the words of a shell. `faultAt` knows why a path could not be written. */
export const spoken = (text: string, speaker: Speaker, faultAt: (path: string) => FileFault | undefined): string =>
  text.replace(/^bash: (?:line \d+: )?(.*)$/gm, (_, said: string) => headOf(speaker) + wordsOf(said, speaker, faultAt))

const headOf = ({ kind, name, isInteractive }: Speaker): string => {
  if (kind === 'bash') return isInteractive ? 'bash: ' : `${name}: line 1: `
  return kind === 'dash' ? `${name}: 1: ` : `${name}: `
}

const wordsOf = (said: string, { kind }: Speaker, faultAt: (path: string) => FileFault | undefined): string => {
  const unopened = /^(.*): cannot open redirect target$/.exec(said)?.[1]
  if (unopened !== undefined) return notCreated(unopened, faultAt(unopened) ?? 'ENOENT', kind)
  if (kind === 'bash') return said
  const unknown = /^(.*): command not found$/.exec(said)?.[1]
  if (unknown !== undefined) return `${unknown}: not found`
  const noFolder = /^cd: (.*): No such file or directory$/.exec(said)?.[1]
  if (noFolder === undefined) return said
  return `cd: can't cd to ${noFolder}${kind === 'ash' ? ': No such file or directory' : ''}`
}

const reasons: Readonly<Partial<Record<FileFault, string>>> = {
  ENOENT: 'No such file or directory',
  EROFS: 'Read-only file system',
  ENOSPC: 'No space left on device',
  ENOTDIR: 'Not a directory',
}

const notCreated = (path: string, fault: FileFault, kind: ShellKind): string => {
  const reason = reasons[fault] ?? 'Permission denied'
  if (kind === 'bash') return `${path}: ${reason}`
  if (kind === 'ash') return `can't create ${path}: ${fault === 'ENOENT' ? 'nonexistent directory' : reason}`
  return `cannot create ${path}: ${fault === 'ENOENT' ? 'Directory nonexistent' : reason}`
}

/** What a shell says of a script that is none. */
export const syntaxText = (message: string, { kind, name, isInteractive }: Speaker): string => {
  const token = /near unexpected token [`']([^']*)'/.exec(message)?.[1]
  if (kind === 'bash') {
    const head = isInteractive ? 'bash: ' : `${name}: -c: line 1: `
    return token === undefined
      ? `${head}syntax error: unexpected end of file\n`
      : `${head}syntax error near unexpected token \`${token}'\n`
  }
  if (kind === 'ash') {
    const what = token === undefined ? 'unexpected end of file' : `unexpected "${token}"`
    return `${name}: syntax error: ${what}\n`
  }
  const what = token === undefined ? 'end of file unexpected' : `"${token}" unexpected`
  return `${name}: 1: Syntax error: ${what}\n`
}

/** What a shell says of a file of commands that is not there, and with what it ends. */
export const missingFile = (
  path: string,
  { kind, name }: Speaker,
): { readonly text: string; readonly code: number } => {
  if (kind === 'bash') return { text: `${name}: ${path}: No such file or directory\n`, code: 127 }
  if (kind === 'dash') return { text: `${name}: 0: cannot open ${path}: No such file\n`, code: 2 }
  return { text: `${name}: can't open '${path}': No such file or directory\n`, code: 2 }
}
