import { describe, expect, test } from 'vitest'
import { readCases } from '../support/cases.ts'
import { expectAgreement } from '../support/exceptions.ts'
import { runCli } from '../support/run-cli.ts'

interface OfflineCase {
  readonly cmd: string
  readonly files?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly stdout: string
  readonly stderr: string
  readonly code: number
  /** Prints words of our own: what it says on stdout is not compared, but it says something. */
  readonly own?: boolean
}

const file = 'offline.json'

describe('commands that need no server print what kubectl prints', () => {
  test.for(readCases<OfflineCase>(file))('$cmd', async ({ cmd, stdout, stderr, code, own, ...given }) => {
    const printed = await runCli(cmd, given)

    if (own) expect(printed.stdout).not.toBe('')
    expectAgreement({ file, case: cmd }, own ? { ...printed, stdout } : printed, { stdout, stderr, code })
  })
})
