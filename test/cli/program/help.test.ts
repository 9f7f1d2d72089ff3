import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadVerb } from '../../../src/cli/program/command.ts'
import { verbNamed } from '../../../src/cli/program/find-verb.ts'
import { declaresGlobally } from '../../../src/cli/program/global-flags.ts'
import { verbHelp } from '../../../src/cli/program/help.ts'
import { parseFlags } from '../../../src/cli/program/pflag.ts'
import { parseRawWords } from '../../../src/cli/program/raw-words.ts'
import type { VerbEntry } from '../../../src/cli/verb.ts'
import { verbs } from '../../../src/cli/verbs/index.ts'
import { allVerbs } from '../../support/all-verbs.ts'
import { examplesOf } from '../../support/examples.ts'

const named = (await allVerbs())
  .filter(({ path }) => path.length > 0)
  .map(found => ({ ...found, name: found.path.join(' ') }))

/** What a simulated cluster has not, and only says so; and what shells call. */
const unusable = /^(alpha|attach|certificate|cp|debug|exec|kuberc|proxy|top|__complete(NoDesc)?)\b/

describe('help of', () => {
  test.for(named)('$name', found => {
    const help = verbHelp(found)
    const own = found.command.options.filter(option => !declaresGlobally(option) && !option.hidden)

    expect(help).toMatch(/^\S.*\.\n\n/)
    expect(help).toContain(`\nUsage:\n  kubectl ${found.name}`)
    expect(own.filter(({ description }) => !/^\S.*[.…]$/s.test(description)).map(({ long }) => long)).toEqual([])
  })
})

/** By verb: the flags of kubectl 1.36, each with its letter and its default as help shows them. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync('test/cases/flags.json', 'utf8'),
)
/** What kubesim has beyond kubectl. */
const own: Readonly<Record<string, readonly string[]>> = { completion: ['--alias'] }

describe('the flags of', () => {
  test.for(Object.entries(known))('%s', ([name, flags]) => {
    const found = named.find(each => each.name === name)
    const shown = found ? [...verbHelp(found).matchAll(/^ {4}(?:(-\w), )?(--[\w-]+)=(.*):$/gm)] : []
    const ours = shown
      .filter(([, , flag = '']) => !own[name]?.includes(flag))
      .map(([, letter, flag, value]) => [flag, letter ? `${letter} ${value}` : value])

    expect(found).toBeDefined()
    expect(Object.fromEntries(ours)).toEqual(flags)
  })
})

describe('examples of', () => {
  const usable = named.filter(({ name, verb }) => !unusable.test(name) && !verb.verbs)

  test.for(usable)('$name are there', ({ verb }) => {
    expect(verb.examples).toMatch(/^# \S.*\n\S/)
  })

  const rows = named.flatMap(found => examplesOf(found).map(words => ({ line: words.join(' '), words })))

  test.for(rows)('kubectl $line', async ({ words }) => {
    const { verb, command, args, path } = await parsed(words)
    const missing = command.options.filter(
      option => option.mandatory && command.getOptionValueSource(option.attributeName()) !== 'cli',
    )

    expect(path).not.toEqual([])
    expect(missing.map(({ long }) => long)).toEqual([])
    const invocation = {
      path,
      given: (flag: string) => words.some(word => word.startsWith(`--${flag}`)),
      dash: args.dash,
    }
    const place = { namespace: 'default', namespaceGiven: false, changeCause: undefined }
    expect(() => verb.complete(args.args, command.opts(), { ...invocation, ...place })).not.toThrow()
  })
})

/** The verb that words begin with, its flags read from the rest. */
const parsed = async (words: readonly string[]) => {
  let [found, rest, below]: [
    Awaited<ReturnType<typeof loadVerb>> | undefined,
    readonly string[],
    readonly VerbEntry[],
  ] = [undefined, words, verbs]
  for (let entry = verbNamed(below, rest[0] ?? ''); entry; entry = verbNamed(below, rest[0] ?? '')) {
    found = await loadVerb([...(found?.path ?? []), entry.name], entry)
    rest = rest.slice(1)
    below = found.verb.verbs ?? []
  }
  if (!found) throw new Error(`no verb: ${words.join(' ')}`)
  const args = found.verb.rawWords ? parseRawWords(found.command, rest) : parseFlags(found.command, rest)
  return { ...found, args }
}
