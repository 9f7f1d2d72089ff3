import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli, type CliResult, splitWords } from '../../support/run-cli.ts'
import { type Broken, broken } from './broken.ts'

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

const sure = async (running: Promise<CliResult>): Promise<string> => {
  const { stdout, stderr, code } = await running
  expect(stderr.replaceAll(/^Warning: .*\n/gm, '')).toBe('')
  expect(code).toBe(0)
  return stdout
}

interface Told {
  readonly findings: readonly { readonly check: string; readonly cause: string; readonly mend: readonly string[] }[]
}

const why = async (cli: Cli, ask: string): Promise<Told['findings']> =>
  (JSON.parse(await sure(cli.run(`why ${ask} -o json`))) as Told).findings

const setUp = async (cli: Cli, namespace: string, { manifest, commands = [], profile }: Broken): Promise<void> => {
  const inside = (text: string): string => text.replaceAll('<ns>', namespace)
  await sure(cli.run(`create namespace ${namespace}`))
  const isEarly = profile !== undefined || !manifest || /create namespace|kubesim fault image/.test(commands[0] ?? '')
  const run = async (): Promise<void> => {
    for (const command of commands) await cli.run(inside(command))
  }
  const create = async (): Promise<void> => {
    if (manifest) await sure(cli.run(`apply -n ${namespace} -f -`, { stdin: inside(manifest) }))
  }
  const cordons = isEarly && /create namespace|cordon/.test(commands[0] ?? '')
  if (cordons) await run()
  await create()
  if (!cordons) await run()
}

// A command that asks shows by itself that it is right.
const isAsking = (command: string): boolean => /^kubesim (curl|nslookup) /.test(command)

describe('why names what is broken, and its command mends it', () => {
  test.for(broken.map((row, index) => ({ ...row, index })))('$name', async row => {
    const namespace = `case-${row.index}`
    const cli = row.profile ? aCli({ env: { KUBESIM_PROFILE: row.profile } }) : shared
    if (row.profile) await cli.run('clock freeze')
    await setUp(cli, namespace, row)
    const ask = row.ask.replaceAll('<ns>', namespace)

    const found = await why(cli, ask)
    expect(found.map(({ check }) => check)).toContain(row.check)
    const finding = found.find(({ check }) => check === row.check)
    expect(finding?.cause).toMatch(new RegExp(row.cause.source.replaceAll('<ns>', namespace)))

    const mends = finding?.mend ?? []
    expect(mends).not.toEqual([])
    for (const line of mends) await sure(shell(cli, line))
    if (!isAsking(mends.at(-1) ?? '')) {
      await cli.run('clock advance 45s')
      expect(await why(cli, ask)).toEqual([])
    }
    if (row.profile) cli.remove()
  })
})
