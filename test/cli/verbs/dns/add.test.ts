import { afterAll, describe, expect, test } from 'vitest'
import { aCli } from '../../../support/run-cli.ts'

const cli = aCli()
afterAll(() => cli.remove())

describe('dns add gives a name beyond the cluster an address', () => {
  test.for([
    { words: 'shop.example.com 203.0.114.10', record: 'shop.example.com. 300 IN A 203.0.114.10', tier: 'external' },
    { words: 'six.example.com. 2001:db8::6', record: 'six.example.com. 300 IN AAAA 2001:db8::6', tier: 'external' },
    {
      words: 'queue.company.internal 192.168.0.40 --zone=internal',
      record: 'queue.company.internal. 300 IN A 192.168.0.40',
      tier: 'internal',
    },
  ])('$words', async ({ words, record, tier }) => {
    expect(await cli.run(`dns add ${words}`)).toEqual({ stdout: `${record}\n`, stderr: '', code: 0 })
    const [name = '', , , type = '', address = ''] = record.split(' ')
    const { stdout } = await cli.run(`dig ${name} ${type} +tier`)
    expect(stdout).toContain(address)
    expect(stdout).toContain(tier)
  })

  test.for([
    { words: '', said: 'a NAME and an ADDRESS are required' },
    { words: 'web', said: 'a NAME and an ADDRESS are required' },
    { words: 'a..b 10.0.0.1', said: '"a..b" is not a name of the DNS' },
    { words: 'web 10.0.0', said: '"10.0.0" is not an IP address' },
    { words: 'web 10.0.0.1 --zone=other', said: '--zone is internal or external, not "other"' },
  ])('refuses "$words"', async ({ words, said }) => {
    const { stderr, code } = await cli.run(`dns add ${words}`)
    expect(stderr).toContain(said)
    expect(code).toBe(1)
  })
})
