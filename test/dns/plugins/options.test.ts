import { describe, expect, test } from 'vitest'
import { checkCorefile } from '../../../src/dns/check-corefile.ts'

const at = (line: number, message: string): string => `/etc/coredns/Corefile:${line} - Error during parsing: ${message}`
const count = (line: number, after: string): string =>
  at(line, `Wrong argument count or unexpected line ending after '${after}'`)

describe('options of a plugin', () => {
  test.for([
    { lines: 'health', error: undefined },
    { lines: 'health localhost:8091 {\n lameduck 5s\n}', error: undefined },
    { lines: 'health 8080', error: 'plugin/health: address 8080: missing port in address' },
    {
      lines: 'health {\n lameduck 5\n}',
      error: 'plugin/health: unable to parse lameduck duration value: \'5\' : time: missing unit in duration "5"',
    },
    { lines: 'ready {\n monitor continuously\n}', error: undefined },
    { lines: 'ready {\n monitor never\n}', error: `plugin/ready: ${at(3, "monitor type 'never' not supported")}` },
    { lines: 'prometheus :9153 {\n runtime_metrics\n}', error: undefined },
    { lines: 'prometheus {\n zones\n}', error: `plugin/prometheus: ${at(3, 'unknown option: zones')}` },
    { lines: 'reload 10s 5s', error: undefined },
    { lines: 'reload 1s', error: 'plugin/reload: interval value must be greater or equal to 2s' },
    { lines: 'reload 10s 1ms', error: 'plugin/reload: jitter value must be 0 or greater or equal to 1s' },
    { lines: 'errors {\n consolidate 5m ".* timeout$" warning show_first\n}', error: undefined },
    {
      lines: 'errors {\n stack\n}',
      error: `plugin/errors: /etc/coredns/Corefile:3 - Syntax error: Unexpected token 'stack', expecting 'Unknown field stack'`,
    },
    { lines: 'errors {\n consolidate 5m\n}', error: `plugin/errors: ${count(3, '5m')}` },
    { lines: 'log . "{common} {/x}" {\n class denial error\n}', error: undefined },
    { lines: 'log {\n class slow\n}', error: 'plugin/log: invalid Class: slow' },
    { lines: 'loadbalance round_robin {\n prefer 10.0.0.0/8\n}', error: undefined },
    { lines: 'loadbalance sticky', error: 'plugin/loadbalance: unknown policy: sticky' },
    {
      lines: 'loadbalance {\n prefer 10.0.0.0\n}',
      error: `plugin/loadbalance: ${at(3, 'invalid CIDR "10.0.0.0": invalid CIDR address: 10.0.0.0')}`,
    },
    {
      lines: 'acl {\n block type net 10.0.0.0/8\n}',
      error: `plugin/acl: ${at(3, 'no token specified in "type" section')}`,
    },
    { lines: 'cache {\n serve_stale 1h verify 1s\n prefetch 10 1m 10%\n servfail 0\n keepttl\n}', error: undefined },
    {
      lines: 'cache {\n serve_stale 1h later\n}',
      error: 'plugin/cache: invalid value for serve_stale refresh mode: later',
    },
    { lines: 'cache {\n prefetch 1 1m 5%\n}', error: 'plugin/cache: percentage should fall in range [10, 90]: 5' },
    {
      lines: 'cache {\n serve_stale_policy prefer_positive\n}',
      error: 'plugin/cache: serve_stale_policy requires serve_stale',
    },
    {
      lines:
        'forward . 10.0.0.1 {\n next NXDOMAIN\n failover SERVFAIL\n health_check 5s\n max_fails 3\n expire 10s\n prefer_udp\n}',
      error: undefined,
    },
    { lines: 'forward . 10.0.0.1 {\n next WHAT\n}', error: 'plugin/forward: WHAT is not a valid rcode' },
    {
      lines: 'forward . 10.0.0.1 {\n failover NOERROR\n}',
      error: 'plugin/forward: NoError cannot be used in failover',
    },
    {
      lines: 'forward . 10.0.0.1 {\n max_concurrent -1\n}',
      error: "plugin/forward: max_concurrent can't be negative: -1",
    },
    { lines: 'forward . 10.0.0.1 {\n sticky\n}', error: `plugin/forward: ${at(3, "unknown property 'sticky'")}` },
    { lines: 'bufsize 100', error: `plugin/bufsize: plugin/bufsize: ${count(2, '100')}` },
    { lines: 'dns64 10.0.0.0/8', error: `plugin/dns64: ${at(2, 'invalid netmask 32 IPv6 address: "10.0.0.0/8"')}` },
    { lines: 'rewrite cname what a b', error: 'plugin/rewrite: unknown cname rewrite type: what' },
    { lines: 'rewrite edns0 local set 0xffee {what}', error: 'plugin/rewrite: unsupported variable name "{what}"' },
    { lines: 'transfer {\n to *\n source 10.0.0.1\n}', error: undefined },
    { lines: 'transfer {\n from *\n}', error: `plugin/transfer: plugin/transfer: ${at(3, 'unknown property "from"')}` },
    { lines: 'root', error: `plugin/root: ${count(2, 'root')}` },
    { lines: 'nonsense', error: at(2, "Unknown directive 'nonsense'") },
  ])('$lines', ({ lines, error }) => {
    expect(checkCorefile(`. {\n${lines}\n}`)).toBe(error)
  })
})
