import { describe, expect, test } from 'vitest'
import { readCases } from '../support/cases.ts'
import { runCli } from '../support/run-cli.ts'

interface OfflineCase {
  readonly cmd: string
  readonly files?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Left out where the words are our own. */
  readonly stdout?: string
  readonly stderr: string
  readonly code: number
}

const exceptions = new Set(
  readCases<{ readonly file: string; readonly cmd: string }>('exceptions.json')
    .filter(({ file }) => file === 'offline.json')
    .map(({ cmd }) => cmd),
)

const rows = readCases<OfflineCase>('offline.json').filter(({ cmd }) => !exceptions.has(cmd))

describe('commands that need no server print what kubectl prints', () => {
  test.for(rows)('$cmd', async ({ cmd, stdout, stderr, code, ...given }) => {
    const { stdout: printed, ...result } = await runCli(cmd, given)

    expect({ ...result, stdout: stdout === undefined ? stdout : printed }).toEqual({ code, stderr, stdout })
  })
})
