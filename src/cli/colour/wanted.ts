import type { World } from '../world/world.ts'

/** What may stand behind --color. */
export const colourChoices = ['auto', 'always', 'never'] as const

export type ColourChoice = (typeof colourChoices)[number]

/** Reads the value of --color; throws an Error that tells what it may be. */
export const parseColourChoice = (text: string): ColourChoice => {
  const choice = colourChoices.find(each => each === text)
  if (!choice) throw new Error(`must be one of ${colourChoices.join(', ')}`)
  return choice
}

/**
 * Which streams are to be coloured: terminals, unless NO_COLOR is set (https://no-color.org) or TERM says that it
 * cannot;
 * --color has the last word. argv is looked at before it is parsed, for what is wrong with it is shown in colour, too.
 */
export const colourWanted = (argv: readonly string[], { env, io }: Pick<World, 'env' | 'io'>) => {
  const choice = choiceIn(argv)
  const terminals = choice === 'auto' && !env.NO_COLOR && env.TERM !== 'dumb'
  return {
    out: choice === 'always' || (terminals && io.out.isTerminal),
    err: choice === 'always' || (terminals && io.err.isTerminal),
  }
}

const choiceIn = (argv: readonly string[]): ColourChoice => {
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  const at = words.findLastIndex(word => word === '--color' || word.startsWith('--color='))
  const text = words[at] === '--color' ? words[at + 1] : words[at]?.slice('--color='.length)
  return colourChoices.find(each => each === text) ?? 'auto'
}
