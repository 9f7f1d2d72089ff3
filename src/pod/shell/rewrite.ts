import type { Command, Redirection, Script } from './syntax.ts'

/**
 * The script with each `> FILE` as `21> FILE 1>&21`: only what is opened with a number of its own fails as a shell has
 * it fail, with a message and a status, where the file cannot be written.
 */
export const openedFirst = (script: Script): Script => rewritten(script) as Script

const rewritten = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rewritten)
  if (typeof value !== 'object' || value === null) return value
  const copy = named(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rewritten(part)])))
  return 'redirections' in copy ? { ...copy, redirections: opened(copy.redirections as readonly Redirection[]) } : copy
}

/** `$WORDS` as `command $WORDS`: the interpreter takes the value of a variable for one word where a name stands. */
const named = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  if (value.type !== 'SimpleCommand') return value
  const { name, args } = value as unknown as Extract<Command, { type: 'SimpleCommand' }>
  if (!name?.parts.some(part => part.type === 'ParameterExpansion')) return value
  return { ...value, name: { type: 'Word', parts: [{ type: 'Literal', value: 'command' }] }, args: [name, ...args] }
}

const writing = new Set(['>', '>>', '>|'])
const firstNumber = 21

const opened = (redirections: readonly Redirection[]): readonly Redirection[] =>
  redirections.flatMap((redirection, index) => {
    const { fd, fdVariable, operator } = redirection
    const number = firstNumber + index
    if (fdVariable || isSpecial(redirection)) return [redirection]
    if (writing.has(operator) && (fd === null || fd === 1 || fd === 2)) {
      return [{ ...redirection, fd: number }, same(fd ?? 1, number)]
    }
    if (operator !== '&>' && operator !== '&>>') return [redirection]
    const plain = operator === '&>' ? ('>' as const) : ('>>' as const)
    return [{ ...redirection, fd: number, operator: plain }, same(1, number), same(2, number)]
  })

/** `FD>&NUMBER` */
const same = (fd: number, number: number): Redirection => ({
  type: 'Redirection',
  fd,
  operator: '>&',
  target: { type: 'Word', parts: [{ type: 'Literal', value: String(number) }] },
})

// /dev/null, /dev/stdout and their like are the interpreter's own matter.
const isSpecial = ({ target }: Redirection): boolean => {
  const [part] = 'parts' in target ? target.parts : []
  return part?.type === 'Literal' && part.value.startsWith('/dev/')
}
