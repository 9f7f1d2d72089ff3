import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { duration, integer, list, repeated } from '../../../src/cli/flags.ts'
import { parseFlags } from '../../../src/cli/program/pflag.ts'

const command = (): Command => {
  const sample = new Command('get')
  sample.option('-A, --all-namespaces', '', false)
  sample.option('-w, --watch', '', false)
  sample.option('-o, --output <format>', '', '')
  sample.option('-f, --filename <files>', '', list, [])
  sample.option('--from-literal <pair>', '', repeated, [])
  sample.option('--replicas <count>', '', integer)
  sample.option('--timeout <time>', '', duration, 0)
  sample.option('-L, --label-columns <keys>', '', list, [])
  sample.addOption(sample.createOption('--dry-run [how]', '').default('none').preset('unchanged'))
  return sample
}

const parse = (line: string): unknown => {
  const given = command()
  const { args, dash } = parseFlags(given, line === '' ? [] : line.split(' '))
  const typed = Object.fromEntries(
    Object.entries(given.opts()).filter(([name]) => given.getOptionValueSource(name) === 'cli'),
  )
  return { args, ...typed, ...(dash !== undefined && { dash }) }
}

describe('flags', () => {
  test.for([
    { line: '', expected: { args: [] } },
    { line: 'pods', expected: { args: ['pods'] } },
    { line: 'pods -w web', expected: { args: ['pods', 'web'], watch: true } },
    { line: 'pods -Aw', expected: { args: ['pods'], allNamespaces: true, watch: true } },
    { line: '-Awoyaml pods', expected: { args: ['pods'], allNamespaces: true, watch: true, output: 'yaml' } },
    { line: '-n=x', expected: { args: [], namespace: 'x' } },
    { line: '-nx', expected: { args: [], namespace: 'x' } },
    { line: '-n x -n y', expected: { args: [], namespace: 'y' } },
    { line: '-n=', expected: { args: [], namespace: '=' } },
    { line: '--watch=false', expected: { args: [], watch: false } },
    { line: '-w=T', expected: { args: [], watch: true } },
    { line: '--output=jsonpath={.a=b}', expected: { args: [], output: 'jsonpath={.a=b}' } },
    { line: '--output -o', expected: { args: [], output: '-o' } },
    { line: '--all_namespaces', expected: { args: [], allNamespaces: true } },
    { line: '-f a,b -f c', expected: { args: [], filename: ['a', 'b', 'c'] } },
    { line: '-f "a,b",c', expected: { args: [], filename: ['a,b', 'c'] } },
    { line: '-L=', expected: { args: [], labelColumns: ['='] } },
    { line: '--label-columns=', expected: { args: [], labelColumns: [] } },
    { line: '--from-literal a=1,2 --from-literal b=3', expected: { args: [], fromLiteral: ['a=1,2', 'b=3'] } },
    { line: '--replicas=-1', expected: { args: [], replicas: -1 } },
    { line: '--replicas 0x10', expected: { args: [], replicas: 16 } },
    { line: '--timeout 1m30s', expected: { args: [], timeout: 90_000 } },
    { line: '--dry-run client', expected: { args: ['client'], dryRun: 'unchanged' } },
    { line: '--dry-run=client', expected: { args: [], dryRun: 'client' } },
    { line: 'a - b', expected: { args: ['a', '-', 'b'] } },
    { line: 'a -- -w b', expected: { args: ['a', '-w', 'b'], dash: 1 } },
    { line: '-v 6 --v=7', expected: { args: [], v: 7 } },
    { line: '-h', expected: { args: [], help: true } },
  ])('$line', ({ line, expected }) => {
    expect(parse(line)).toEqual(expected)
  })

  test.for([
    ['--foo', 'unknown flag: --foo'],
    ['--foo=1', 'unknown flag: --foo'],
    ['--output', 'flag needs an argument: --output'],
    ['-o', "flag needs an argument: 'o' in -o"],
    ['-Q', "unknown shorthand flag: 'Q' in -Q"],
    ['-wQ', "unknown shorthand flag: 'Q' in -Q"],
    ['--=x', 'bad flag syntax: --=x'],
    ['--watch=2', 'invalid argument "2" for "-w, --watch" flag: strconv.ParseBool: parsing "2": invalid syntax'],
    ['--replicas=x', 'invalid argument "x" for "--replicas" flag: strconv.ParseInt: parsing "x": invalid syntax'],
    [
      '--replicas=9223372036854775808',
      'invalid argument "9223372036854775808" for "--replicas" flag: ' +
        'strconv.ParseInt: parsing "9223372036854775808": value out of range',
    ],
    ['--timeout=soon', 'invalid argument "soon" for "--timeout" flag: time: invalid duration "soon"'],
    ['--timeout=5', 'invalid argument "5" for "--timeout" flag: time: missing unit in duration "5"'],
    ['--v=high', 'invalid argument "high" for "-v, --v" flag: strconv.ParseInt: parsing "high": invalid syntax'],
  ] as const)('%s', ([line, message]) => {
    expect(() => parse(line)).toThrow(message)
  })
})
