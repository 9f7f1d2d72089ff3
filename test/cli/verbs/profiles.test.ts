import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

test('profiles lists what a new cluster may be like', async () => {
  const { stdout, code } = await runCli('profiles')

  expect(code).toBe(0)
  expect(stdout).toMatch(/^PROFILE +CLUSTERS\n/)
  expect(stdout).toContain('\nkind ')
})
