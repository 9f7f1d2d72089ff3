import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lookUp } from '../../../src/dns/zone/lookup.ts'
import { parseZone } from '../../../src/dns/zone/parse.ts'
import { parseZones } from '../../../src/dns/zone/split.ts'
import { answerLines } from '../../support/dns/dns-world.ts'

const text = `
$TTL 1h
@ IN SOA ns hostmaster ( 2026010101 ; serial
    2h 30m 1d 5m )
        NS    ns
ns  60  IN A  192.0.2.1
ns  IN  60 AAAA 2001:db8::1
*.w     TXT   "a; b" c
deep.er A     192.0.2.2
www     CNAME ns
out     CNAME www.example.net.
loop    CNAME loop2
loop2   CNAME loop
sub     NS    ns.sub
moved   DNAME other
round   DNAME round
ns.sub  A     192.0.2.9
$ORIGIN other.example.org.
@       A     192.0.2.3
_x._tcp SRV   0 1 53 ns.example.org.
`
const zone = parseZone(text, 'Example.ORG')
const soa = 'example.org. 3600 SOA ns.example.org. hostmaster.example.org. 2026010101 7200 1800 86400 300'

describe('zone', () => {
  test.for([
    { asked: 'example.org. SOA', rcode: 'NOERROR', answers: [soa] },
    { asked: 'NS.example.org. A', rcode: 'NOERROR', answers: ['NS.example.org. 60 A 192.0.2.1'] },
    { asked: 'ns.example.org. AAAA', rcode: 'NOERROR', answers: ['ns.example.org. 60 AAAA 2001:db8::1'] },
    { asked: 'ns.example.org. MX', rcode: 'NOERROR', answers: [], authority: [soa] },
    { asked: 'nope.example.org. A', rcode: 'NXDOMAIN', answers: [], authority: [soa] },
    { asked: 'er.example.org. A', rcode: 'NOERROR', answers: [], authority: [soa] },
    { asked: 'x.y.w.example.org. TXT', rcode: 'NOERROR', answers: ['x.y.w.example.org. 3600 TXT "a; b" "c"'] },
    { asked: 'x.w.example.org. A', rcode: 'NOERROR', answers: [], authority: [soa] },
    {
      asked: 'www.example.org. A',
      rcode: 'NOERROR',
      answers: ['www.example.org. 3600 CNAME ns.example.org.', 'ns.example.org. 60 A 192.0.2.1'],
    },
    { asked: 'www.example.org. CNAME', rcode: 'NOERROR', answers: ['www.example.org. 3600 CNAME ns.example.org.'] },
    { asked: 'out.example.org. A', rcode: 'NOERROR', answers: ['out.example.org. 3600 CNAME www.example.net.'] },
    { asked: 'other.example.org. A', rcode: 'NOERROR', answers: ['other.example.org. 3600 A 192.0.2.3'] },
    {
      asked: 'moved.example.org. DNAME',
      rcode: 'NOERROR',
      answers: ['moved.example.org. 3600 DNAME other.example.org.'],
    },
    { asked: 'moved.example.org. A', rcode: 'NOERROR', answers: [], authority: [soa] },
    {
      asked: '_x._tcp.moved.example.org. SRV',
      rcode: 'NOERROR',
      answers: [
        'moved.example.org. 3600 DNAME other.example.org.',
        '_x._tcp.moved.example.org. 3600 CNAME _x._tcp.other.example.org.',
        '_x._tcp.other.example.org. 3600 SRV 0 1 53 ns.example.org.',
      ],
    },
    {
      asked: 'a.moved.example.org. CNAME',
      rcode: 'NOERROR',
      answers: [
        'moved.example.org. 3600 DNAME other.example.org.',
        'a.moved.example.org. 3600 CNAME a.other.example.org.',
      ],
    },
    { asked: 'a.round.example.org. A', rcode: 'SERVFAIL', answers: [] },
    {
      asked: 'a.sub.example.org. A',
      rcode: 'NOERROR',
      answers: [],
      authority: ['sub.example.org. 3600 NS ns.sub.example.org.'],
    },
  ])('$asked', ({ asked, rcode, answers, authority }) => {
    const [name = '', type = ''] = asked.split(' ')
    const reply = lookUp(zone, { name, type, class: 'IN' })

    expect({ rcode: reply.rcode, answers: answerLines(reply) }).toEqual({ rcode, answers })
    if (authority) expect(answerLines({ answers: reply.authority })).toEqual(authority)
  })

  test('an SRV brings the addresses of its target', () => {
    const { additional } = lookUp(zone, { name: '_x._tcp.other.example.org.', type: 'SRV', class: 'IN' })

    expect(additional.map(({ data }) => data)).toEqual(['192.0.2.1', '2001:db8::1'])
  })

  test('a loop ends', () => {
    expect(lookUp(zone, { name: 'loop.example.org.', type: 'A', class: 'IN' }).answers.length).toBeLessThan(13)
  })

  test.for([
    { text: 'a IN A 1.2.3', message: 'line 1: bad data for A: 1.2.3' },
    { text: '\n  A 192.0.2.1', message: 'line 2: the first record has no owner' },
    { text: 'a ( IN A', message: 'line 1: parenthesis is not closed' },
    { text: 'a FOO bar', message: "line 1: 'FOO' is neither a type, a class nor a time to live" },
  ])('$message', ({ text: broken, message }) => {
    expect(() => parseZone(broken, 'example.org')).toThrow(message)
  })

  test.for([{ file: 'internal.zone' }, { file: 'external.zone' }])('the shipped $file can be read', ({ file }) => {
    expect(parseZones(readFileSync(`manifests/dns/${file}`, 'utf8')).length).toBeGreaterThan(1)
  })
})
