import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Target } from '../../../src/network/packet.ts'
import type { Connection } from '../../../src/tools/connection.ts'
import { curl } from '../../../src/tools/curl/curl.ts'
import { runTool } from '../../support/tool-world.ts'

interface Recorded {
  readonly words: readonly string[]
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

// What curl 7.88.1 did with a server on loopback, which is the one below.
const recorded = JSON.parse(readFileSync('test/tools/curl/recorded.json', 'utf8')) as readonly Recorded[]

const locations: Readonly<Record<string, string>> = {
  '/redir': 'http://127.0.0.1:18080/ok',
  '/loop': '/loop',
  '/rel': '/ok',
  '/see': '/ok',
  '/keep': '/ok',
  '/perm': '/ok',
  '/two': '/rel',
  '/away': 'http://127.0.0.1:18079/x',
  '/badhost': 'http://nope.invalid/',
  '/ftp': 'foo://x/y',
  '/up/a': '../ok',
  '/q': '?x=1',
  '/frag': '/ok#top',
  '/space': '/a b',
}
const statuses: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.keys(locations).map(path => [path, 302])),
  '/no': 404,
  '/err': 503,
  '/auth': 401,
  '/empty': 204,
  '/rel': 301,
  '/see': 303,
  '/keep': 307,
  '/perm': 308,
}

const pageOf = (path: string, status: number): string => {
  if (path === '/big') return 'x'.repeat(20_000)
  if (path === '/none' || status === 204) return ''
  return status === 200 ? 'hello\n' : 'error\n'
}

const answer: Connection['request'] = async ({ path }) => {
  const status = statuses[path] ?? 200
  const location = locations[path]
  return {
    status,
    headers: { server: 'nginx/1.27.0', ...(location ? { location } : {}), 'content-type': 'text/plain' },
    body: pageOf(path, status),
  }
}

const connect = async ({ address, port }: Target): Promise<Connection> => {
  const isOpen = port !== 18079
  return {
    route: {
      steps: [],
      outcome: isOpen
        ? {
            outcome: 'delivered',
            receiver: { kind: 'host', name: 'loop', server: 'outside' },
            address,
            port,
            sourceAddress: address,
          }
        : { outcome: 'refused', reason: 'nobody listens' },
    },
    milliseconds: 0,
    hops: [],
    certificate: port === 18443 ? { names: ['kubernetes'], trusted: false } : undefined,
    talk: async () => ({ outcome: 'http' }),
    request: port === 18081 ? async () => undefined : answer,
  }
}

class NoFile extends Error {
  readonly code = 'ENOENT'
}

const files = {
  read: (): string => {
    throw new NoFile()
  },
  write: (path: string): void => {
    if (path.startsWith('/nodir')) throw new NoFile()
  },
}

const meterColumns = Array.from({ length: 3 }, () => '[ \\d]{3} [ \\dkM.]{5}').join(' {2}')
/** A row of the progress meter, where speeds differ. */
const meterRow = new RegExp(`(${meterColumns}) {2}.{5} {2}.{5} ([-:\\d ]{26}) .{5}`, 'g')

/** Without what differs from one run to the next, and what curl tells only where stdout is no terminal. */
const plain = (text: string): string =>
  text
    .replaceAll('\r', '')
    .replaceAll(meterRow, '$1 S S $2 S')
    .replaceAll(/^[{}] \[\d+ bytes data\]\n/gm, '')
    .replaceAll(/after \d+ ms/g, 'after N ms')
    .replaceAll(/0x[0-9a-f]+/g, '0x')
    .replaceAll(/(Date: |"date":\[")[^\n"]*/g, '$1')
    .replaceAll(/ +$/gm, '')
    // A certificate that vouches for itself; here it is one of an authority that nobody knows.
    .replaceAll('self-signed certificate', 'unable to get local issuer certificate')

describe('curl does as it was recorded', () => {
  test.for(recorded)('$words', async ({ words, stdout, stderr, code }) => {
    const ran = await runTool(curl, words, async () => ({ outcome: 'timeout' }), {
      connect,
      files,
      hosts: [],
      address: '127.0.0.1',
    })
    expect({ stdout: plain(ran.stdout), stderr: plain(ran.stderr), code: ran.code }).toEqual({
      stdout: plain(stdout),
      stderr: plain(stderr),
      code,
    })
  })
})
