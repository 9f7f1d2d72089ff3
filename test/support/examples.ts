import type { LoadedVerb } from '../../src/cli/program/command.ts'
import { splitWords } from './run-cli.ts'

/** The commands of this program in a verb's examples, as words without the program's name. */
export const examplesOf = ({ verb }: Pick<LoadedVerb, 'verb'>): readonly (readonly string[])[] =>
  (verb.examples ?? '')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .flatMap(commandsIn)

/** A line as a shell parts it into commands; those of other programs are left out. */
const commandsIn = (line: string): readonly (readonly string[])[] =>
  splitWords(line.replace(/<\((.*?)\)/g, '; $1 ;'))
    .join('\0')
    .split(/\0?(?:\||;|&&?)(?:\0|$)/)
    .map(text => text.split('\0').filter(word => !/^\w+=/.test(word) || text.includes(`\0${word}`)))
    .map(words => withoutRedirection(words))
    .filter(([program]) => program === 'kubectl' || program === 'kubesim')
    .map(words => words.slice(1))

const withoutRedirection = (words: readonly string[]): readonly string[] => {
  const at = words.findIndex(word => word === '>' || word === '>>' || word === '<')
  return at < 0 ? words : words.slice(0, at)
}
