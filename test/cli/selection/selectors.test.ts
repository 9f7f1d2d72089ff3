import { expect, test } from 'vitest'
import { readCases } from '../../support/cases.ts'
import { runCli } from '../../support/run-cli.ts'

interface Case {
  readonly selector: string
  readonly parsed?: unknown
  readonly stderr?: string
  readonly code: number
}

const command = 'create poddisruptionbudget x --min-available=1 --dry-run=client -o json'.split(' ')

test.for(readCases<Case>('selectors.json'))('--selector=$selector', async ({ selector, parsed, stderr = '', code }) => {
  const printed = await runCli([...command, `--selector=${selector}`])

  expect(printed).toMatchObject({ stderr, code })
  if (parsed) expect(JSON.parse(printed.stdout).spec.selector).toEqual(parsed)
})
