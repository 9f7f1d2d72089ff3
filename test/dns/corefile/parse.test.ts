import { describe, expect, test } from 'vitest'
import { normalizeZones, serverAddresses } from '../../../src/dns/corefile/normalize.ts'
import { parseCorefile } from '../../../src/dns/corefile/parse.ts'
import { aServer } from '../../support/dns/dns-world.ts'

const knows = (name: string): boolean => ['errors', 'log', 'forward', 'cache', 'template', 'kubernetes'].includes(name)
const shape = (text: string) =>
  parseCorefile(text, { knows }).map(({ keys, directives }) => ({
    keys,
    lines: directives.map(({ name, args, body }) => [name, ...args, ...body.map(line => [line.name, ...line.args])]),
  }))

describe('Corefile', () => {
  test.for([
    { name: 'an empty file has no blocks', text: '', expected: [] },
    { name: 'a block', text: '.:53 {\n errors\n}', expected: [{ keys: ['.:53'], lines: [['errors']] }] },
    {
      name: 'several keys, on one line or after a comma',
      text: 'a.org b.org,\nc.org {\n log\n}\n',
      expected: [{ keys: ['a.org', 'b.org', 'c.org'], lines: [['log']] }],
    },
    {
      name: 'a file that is one block without braces',
      text: '.\nerrors\nlog',
      expected: [{ keys: ['.'], lines: [['errors'], ['log']] }],
    },
    {
      name: 'properties, comments and quotes',
      text: '. { # all\n template IN A {\n  answer "{{ .Name }} 60 IN A \\"x\\"" # c\n }\n}',
      expected: [{ keys: ['.'], lines: [['template', 'IN', 'A', ['answer', '{{ .Name }} 60 IN A "x"']]] }],
    },
    {
      name: 'a snippet where it is imported',
      text: '(base) {\n errors\n cache 30 {\n  disable success\n }\n}\n. {\n import base\n log\n}',
      expected: [{ keys: ['.'], lines: [['errors'], ['cache', '30', ['disable', 'success']], ['log']] }],
    },
    {
      name: 'environment variables are left alone',
      text: '. {\n forward . {$UP}\n}',
      expected: [{ keys: ['.'], lines: [['forward', '.', '{$UP}']] }],
    },
  ])('$name', ({ text, expected }) => {
    expect(shape(text)).toEqual(expected)
  })

  test.for([
    { text: '. {\n errors\n\n log\n foo\n}', message: "Corefile:5 - Error during parsing: Unknown directive 'foo'" },
    { text: '. {\n errors\n', message: "Corefile:2 - Syntax error: Unexpected token 'errors', expecting '}'" },
    { text: '. {\n cache {\n', message: 'Corefile:2 - Error during parsing: Unexpected EOF' },
    { text: '. {\n import x\n}', message: 'Corefile:2 - Error during parsing: File to import not found: x' },
    {
      text: '. {\n kubernetes cluster.local {\n  pod insecure\n }\n}',
      message: "plugin/kubernetes: Corefile:3 - Error during parsing: unknown property 'pod'",
    },
    {
      text: '. {\n kubernetes {\n  ttl 9999\n }\n}',
      message: 'plugin/kubernetes: Corefile:3 - Error during parsing: ttl must be in range [0, 3600]: 9999',
    },
    { text: '. {\n kubernetes in-addr.arpa\n}', message: 'plugin/kubernetes: non-reverse zone name must be used' },
    {
      text: '. {\n forward .\n}',
      message:
        "plugin/forward: Corefile:2 - Error during parsing: Wrong argument count or unexpected line ending after '.'",
    },
    { text: '. {\n cache 0\n}', message: 'plugin/cache: cache TTL can not be zero or negative: 0' },
    {
      text: '. {\n errors\n}\n. {\n log\n}',
      message: 'Corefile:4 - Error during parsing: cannot serve dns://.:53 - it is already defined',
    },
    { text: '. {\n debug\n dnssec\n}', message: 'plugin/dnssec: this plugin of CoreDNS is not simulated' },
  ])('$message', ({ text, message }) => {
    expect(() => aServer(text)).toThrow(message)
  })

  test.for([
    { key: '.', expected: [{ zone: '.', port: 53 }] },
    { key: 'Corp.Local:5300', expected: [{ zone: 'corp.local.', port: 5300 }] },
    { key: 'dns://example.org:1053', expected: [{ zone: 'example.org.', port: 1053 }] },
    { key: '10.0.0.0/8', expected: [{ zone: '10.in-addr.arpa.', port: 53 }] },
  ])('serves $key', ({ key, expected }) => {
    expect(serverAddresses(key)).toEqual(expected)
  })

  test.for([
    { cidr: '10.96.0.0/24', zones: ['0.96.10.in-addr.arpa.'] },
    { cidr: '10.96.0.0/8', zones: ['10.in-addr.arpa.'] },
    { cidr: '10.2.0.0/15', zones: ['2.10.in-addr.arpa.', '3.10.in-addr.arpa.'] },
    { cidr: '1234:abcd::0/64', zones: ['0.0.0.0.0.0.0.0.d.c.b.a.4.3.2.1.ip6.arpa.'] },
    {
      cidr: '2001:db8::/33',
      zones: ['0', '1', '2', '3', '4', '5', '6', '7'].map(digit => `${digit}.8.b.d.0.1.0.0.2.ip6.arpa.`),
    },
  ])('$cidr stands for its reverse zones', ({ cidr, zones }) => {
    expect(normalizeZones(cidr)).toEqual(zones)
  })
})
