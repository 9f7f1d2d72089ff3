import { defineProgram, failed, printed } from './program.ts'

/** What a shell adds to its environment by itself. */
const ofShell = new Set(['OLDPWD', 'BASHOPTS', 'SHELLOPTS', '_'])

/** The environment, in its order. With words `env` runs a program, as the interpreter's does. */
export const env = defineProgram({
  names: ['env', 'printenv'],
  run({ name, words, environment: all, machine, original }) {
    const environment = inOrder(all, machine.environment)
    if (name === 'env' && words.length > 0) return original(words)
    if (words.length > 0) return valuesOf(words, environment)
    const lines = [...environment].filter(([key]) => !ofShell.has(key)).map(([key, value]) => `${key}=${value}\n`)
    return printed(lines.join(''))
  },
})

/** What the container was started with comes first, in its order. */
const inOrder = (all: ReadonlyMap<string, string>, first: Readonly<Record<string, string>>): Map<string, string> => {
  const known = Object.keys(first).flatMap((name): [string, string][] => {
    const value = all.get(name)
    return value === undefined ? [] : [[name, value]]
  })
  return new Map([...known, ...all])
}

const valuesOf = (names: readonly string[], environment: ReadonlyMap<string, string>) => {
  const values = names.map(name => environment.get(name))
  const out = values.flatMap(value => (value === undefined ? [] : [`${value}\n`])).join('')
  return values.includes(undefined) ? { ...failed(''), out } : printed(out)
}
