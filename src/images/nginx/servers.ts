import type { Directive } from './parse.ts'

/** The directives of one name in a block. */
export const named = (block: readonly Directive[], name: string): readonly Directive[] =>
  block.filter(directive => directive.name === name)

/** The words of the last directive of a name in the innermost of these blocks that has one. */
export const setting = (blocks: readonly (readonly Directive[])[], name: string): readonly string[] | undefined =>
  blocks.map(block => named(block, name).at(-1)).find(found => found)?.words

export const portsOf = (server: Directive): readonly number[] => {
  const listens = named(server.block ?? [], 'listen').map(({ words: [address = ''] }) => address)
  return listens.length === 0 ? [80] : [...new Set(listens.map(address => Number(/(\d+)$/.exec(address)?.[1] ?? 80)))]
}

/** The server that answers at a port for a host: the one of that name, else the default, else the first. */
export const serverFor = (
  servers: readonly Directive[],
  { port, host }: { readonly port: number | undefined; readonly host: string },
): Directive | undefined => {
  const here = port === undefined ? servers : servers.filter(server => portsOf(server).includes(port))
  const isDefault = (server: Directive): boolean =>
    named(server.block ?? [], 'listen').some(({ words }) => words.includes('default_server'))
  return here.find(server => namesOf(server).some(name => matches(name, host))) ?? here.find(isDefault) ?? here[0]
}

const namesOf = ({ block = [] }: Directive): readonly string[] =>
  named(block, 'server_name').flatMap(({ words }) => words)

const matches = (name: string, host: string): boolean => {
  if (name.startsWith('*.')) return host.endsWith(name.slice(1))
  return name.startsWith('~') ? new RegExp(name.slice(1)).test(host) : name === host
}

/** The location of a path: an exact one, else a regular expression's, else the one with the longest prefix. */
export const locationFor = (server: Directive, path: string): Directive | undefined => {
  const all = named(server.block ?? [], 'location')
  const exact = all.find(({ words: [kind, wanted] }) => kind === '=' && wanted === path)
  if (exact) return exact
  const prefixes = all.filter(location => isPrefix(location) && path.startsWith(patternOf(location)))
  const longest = prefixes.toSorted((left, right) => patternOf(right).length - patternOf(left).length)[0]
  if (longest?.words[0] === '^~') return longest
  return all.find(({ words }) => isExpression(words) && expressionOf(words).test(path)) ?? longest
}

export const patternOf = ({ words }: Directive): string => words.at(-1) ?? ''

export const isExpression = ([kind]: readonly string[]): boolean => kind === '~' || kind === '~*'
const isPrefix = ({ words }: Directive): boolean => words[0] !== '=' && !isExpression(words)
const expressionOf = ([kind, pattern = '']: readonly string[]): RegExp => new RegExp(pattern, kind === '~*' ? 'i' : '')
