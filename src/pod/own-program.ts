import type { Container } from '../api/generated/types.ts'
import { repositoryOf } from '../images/image.ts'
import { knownImage } from '../images/known-image.ts'
import { isShell, lineGiven } from '../images/shell-line.ts'
import { shells } from '../images/shells.ts'
import { nameOf } from './files/paths.ts'
import { firstWords } from './shell/first-words.ts'
import { systemOf } from './systems/system-of.ts'

/** Whether a container's own program is one that can be run here: a tool, or a shell's line of tools. */
export const isOwnProgram = ({ image = '', command = [], args = [], stdin }: Container): boolean => {
  const [program = '', ...words] = [...command, ...args]
  if (program === '' || program.includes('$(')) return false
  const system = systemOf(image)
  const has = (name: string): boolean =>
    system.programs.includes(name) || Object.hasOwn(system.shells, name) || isOfImage(image, name)
  const name = nameOf(program)
  const line = lineGiven([program, ...words])
  // A shell that reads what somebody types.
  if (stdin && isShell(name) && line === undefined) return false
  if (isToolbox(image)) return true
  if (line === undefined) return has(name) && !isShell(name)
  return firstWords(line).every(has)
}

/** Whether an image has tools and nothing else: what is not there is really missing. */
const isToolbox = (image: string): boolean =>
  shells.names.includes(repositoryOf(image)) || systemOf(image).entry?.[repositoryOf(image)] !== undefined

/** Whether it is a client that an image has beside its server. */
const isOfImage = (image: string, name: string): boolean => {
  const { programs = [], client } = knownImage(image) ?? {}
  return client !== undefined && programs.includes(name)
}
