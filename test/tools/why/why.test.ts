import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli, type CliResult, splitWords } from '../../support/run-cli.ts'
import { broken } from './broken.ts'
import type { Broken } from './case.ts'

const shared = aCli({ env: { KUBESIM_PROFILE: 'default' } })
beforeAll(async () => {
  await shared.run('clock freeze')
})
afterAll(() => shared.remove())

/** Runs a line as a shell would: `echo TEXT | kubesim ...`, `kubesim ...`. */
const shell = (cli: Cli, line: string): Promise<CliResult> => {
  const words = splitWords(line)
  return words[0] === 'echo' ? cli.run(words.slice(3), { stdin: `${words[1]}\n` }) : cli.run(words)
}

// What nc says of an open port it says on stderr.
const noise = /^(Warning: .*|\S+ \(\S+\) open)\n/gm

const sure = async (running: Promise<CliResult>): Promise<string> => {
  const { stdout, stderr, code } = await running
  expect(stderr.replaceAll(noise, '')).toBe('')
  expect(code).toBe(0)
  return stdout
}

interface Told {
  readonly findings: readonly {
    readonly check: string
    readonly cause: string
    readonly evidence: readonly string[]
    readonly mend: readonly string[]
  }[]
}

const why = async (cli: Cli, ask: string): Promise<Told['findings']> =>
  (JSON.parse(await sure(cli.run(`why ${ask} -o json`))) as Told).findings

const setUp = async (cli: Cli, namespace: string, { manifest, before = [], commands = [] }: Broken): Promise<void> => {
  const inside = (text: string): string => text.replaceAll('<ns>', namespace)
  await sure(cli.run(`create namespace ${namespace}`))
  for (const command of before) await sure(cli.run(inside(command)))
  if (manifest) await sure(cli.run(`apply -n ${namespace} -f -`, { stdin: inside(manifest) }))
  for (const command of commands) await cli.run(inside(command))
}

const askOf = async ({ ask }: Broken, cli: Cli, namespace: string): Promise<string> => {
  const pod = ask.includes('<pod>') ? await sure(cli.run(`get pods -l app=web -n ${namespace} -o name`)) : ''
  return ask.replaceAll('<ns>', namespace).replaceAll('<pod>', pod.split('\n')[0]?.slice('pod/'.length) ?? '')
}

/** What to ask about after the commands: the same, or what a command asks that shows how it is right. */
const again = (ask: string, command: string): string | undefined => {
  const words = splitWords(command)
  if (!/^(curl|nslookup|nc)$/.test(words[1] ?? '')) return ask
  // Of the header and of other programs nobody can be asked why.
  return words.includes('-H') || words[1] === 'nc' ? undefined : words.slice(2).join(' ')
}

describe('why names what is broken, and its command mends it', () => {
  test.for(broken.map((row, index) => ({ ...row, index })))('$name', async row => {
    const namespace = `case-${row.index}`
    const cli = row.profile ? aCli({ env: { KUBESIM_PROFILE: row.profile } }) : shared
    if (row.profile) await cli.run('clock freeze')
    await setUp(cli, namespace, row)
    const ask = await askOf(row, cli, namespace)

    const found = await why(cli, ask)
    const told = new Set(found.map(({ check }) => check))
    expect([...told].toSorted()).toEqual([...(row.all ?? [row.check, ...(row.also ?? [])])].toSorted())
    const finding = found.find(({ check }) => check === row.check)
    expect(finding?.cause).toMatch(new RegExp(row.cause.source.replaceAll('<ns>', namespace)))

    if (row.evidence)
      expect(finding?.evidence.join('\n')).toMatch(new RegExp(row.evidence.source.replaceAll('<ns>', namespace)))
    expect(finding?.mend).not.toEqual([])
    const mends = row.all ? found.flatMap(({ mend }) => mend) : (finding?.mend ?? [])
    for (const line of mends) await sure(shell(cli, line))
    const next = again(ask, mends.at(-1) ?? '')
    if (next !== undefined) {
      await cli.run('clock advance 45s')
      expect(await why(cli, next)).toEqual([])
    }
    if (row.profile) cli.remove()
  })
})
