import { afterAll, describe, expect, test } from 'vitest'
import { colourWanted } from '../../../src/cli/colour/wanted.ts'
import { aCli } from '../../support/run-cli.ts'
import { sourceFiles } from '../../support/source-files.ts'

const stream = (isTerminal: boolean) => ({ isTerminal, write: () => undefined })
const io = {
  in: { isTerminal: true, readAll: async () => '' },
  out: stream(true),
  err: stream(false),
}

describe('colour is wanted', () => {
  test.for([
    { argv: 'get svc', env: {}, expected: { out: true, err: false } },
    { argv: 'get svc', env: { NO_COLOR: '1' }, expected: { out: false, err: false } },
    { argv: 'get svc', env: { NO_COLOR: '' }, expected: { out: true, err: false } },
    { argv: 'get svc', env: { TERM: 'dumb' }, expected: { out: false, err: false } },
    { argv: '--color=never get svc', env: {}, expected: { out: false, err: false } },
    { argv: 'get svc --color always', env: { NO_COLOR: '1' }, expected: { out: true, err: true } },
    { argv: 'get svc --color=always --color=never', env: {}, expected: { out: false, err: false } },
    { argv: 'exec web -- ls --color=always', env: {}, expected: { out: true, err: false } },
  ])('$argv with $env', ({ argv, env, expected }) => {
    expect(colourWanted(argv.split(' '), { env, io })).toEqual(expected)
  })
})

describe('commands', () => {
  const cli = aCli()
  afterAll(() => cli.remove())

  test.for([
    ['get svc', false],
    ['get svc --color=always', true],
    ['get svc -o yaml --color=always', true],
    ['get svc -o json --color=always', true],
    ['get svc -o name --color=always', false],
    ['describe svc kubernetes --color=always', true],
  ] as const)('%s', async ([command, expected]) => {
    const { stdout, code } = await cli.run(command)
    expect({ code, colour: stdout.includes('\u{1b}[') }).toEqual({ code: 0, colour: expected })
  })

  test('failures', async () => {
    expect((await cli.run('get svc nope --color=always')).stderr).toContain(
      '\u{1b}[31mError from server (NotFound):\u{1b}[',
    )
  })

  test('a choice that there is not', async () => {
    expect((await cli.run('get svc --color=red')).stderr).toBe(
      'error: invalid argument "red" for "--color" flag: must be one of auto, always, never\n' +
        "See 'kubectl get --help' for usage.\n",
    )
  })
})

test('what paints is loaded only where colour is on', () => {
  const importers = (what: RegExp): readonly string[] =>
    sourceFiles('src')
      .filter(({ text }) => what.test(text))
      .map(({ path }) => path)
  expect(importers(/ from 'chalk'/)).toEqual(['src/cli/colour/theme.ts'])
  expect(importers(/ from '.*\/painters\.ts'/)).toEqual([])
  expect(importers(/ from '.*\/theme\.ts'/).filter(path => !path.startsWith('src/cli/colour/'))).toEqual([])
})
