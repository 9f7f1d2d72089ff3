import type { OpenContainer } from './container.ts'
import { absolutePath, nameOf } from './files/paths.ts'
import type { Machine } from './programs/program.ts'

/** What a container runtime says of a program that it cannot start. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** The path of the program that a first word names. Throws StartError if there is none. */
export const programPath = (word: string, { machine, folder }: OpenContainer): string => {
  if (word.includes('/')) return pathAt(absolutePath(word, folder), word, machine)
  const folders = (machine.environment.PATH ?? '').split(':')
  const found = folders.map(each => absolutePath(word, each)).find(path => isProgram(path, machine))
  if (found !== undefined) return found
  throw new StartError(`exec: "${word}": executable file not found in $PATH`)
}

const pathAt = (path: string, word: string, machine: Machine): string => {
  const entry = machine.files.find(path)
  if (!entry) throw new StartError(`exec: "${word}": stat ${word}: no such file or directory`)
  if (!isProgram(path, machine)) throw new StartError(`exec: "${word}": permission denied`)
  return path
}

const isProgram = (path: string, { files }: Machine): boolean => {
  const entry = files.find(path)
  return entry?.kind === 'file' && (entry.mode & 0o111) !== 0
}

/** The shell that a path is: of no other program's. */
export const shellAt = (path: string, { system }: Machine) => {
  const name = nameOf(path)
  return Object.hasOwn(system.shells, name) ? system.shells[name] : undefined
}
