import { describe, expect, test } from 'vitest'
import { checkCorefile } from '../../src/dns/check-corefile.ts'
import { defaultCorefile } from '../../src/dns/default-corefile.ts'
import { reloadLog, startLog } from '../../src/dns/start-log.ts'

describe('log of a start', () => {
  test('names the places served and the configuration', () => {
    expect(
      startLog('.:53 {\n errors\n bind 10.96.0.10\n}\ncorp.local {\n log\n}').map(line =>
        line.replace(/[0-9a-f]{128}/, 'HEX'),
      ),
    ).toEqual([
      'maxprocs: Leaving GOMAXPROCS=2: CPU quota undefined',
      '.:53 on 10.96.0.10',
      'corp.local.:53',
      '[INFO] plugin/reload: Running configuration SHA512 = HEX',
      'CoreDNS-1.14.7',
      'linux/amd64, go1.26.10, 4b26cce',
    ])
  })

  test('comments do not change the configuration', () => {
    expect(startLog(`${defaultCorefile}# more\n`)).toEqual(startLog(defaultCorefile))
  })

  test.for([
    { name: 'a good one', corefile: defaultCorefile, error: undefined, first: '[INFO] Reloading' },
    {
      name: 'a missing brace',
      corefile: '. {\n errors\n',
      error: "/etc/coredns/Corefile:2 - Syntax error: Unexpected token 'errors', expecting '}'",
      first:
        "[WARNING] plugin/reload: Corefile parse failed: /etc/coredns/Corefile:2 - Syntax error: Unexpected token 'errors', expecting '}'",
    },
    {
      name: 'a bad option',
      corefile: '. {\n cache 0\n}',
      error: 'plugin/cache: cache TTL can not be zero or negative: 0',
      first: '[INFO] Reloading',
    },
  ])('$name', ({ corefile, error, first }) => {
    expect(checkCorefile(corefile)).toBe(error)
    expect(reloadLog(corefile, error)[0]).toBe(first)
  })
})
