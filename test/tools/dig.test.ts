import { expect, test } from 'vitest'
import { dig } from '../../src/tools/dig/dig.ts'
import { labTransport } from '../support/dns-lab.ts'
import { runTool } from '../support/tool-world.ts'

const web = 'web.default.svc.cluster.local'

test.for<{ line: string; stdout: string; stderr?: string; code?: number }>([
  { line: `+short +tier ${web} www.example.com`, stdout: '10.96.10.10 (cluster)\n93.184.216.34 (external)\n' },
  { line: `+nottl +noall +answer ${web}`, stdout: `${web}. IN A\t10.96.10.10\n` },
  { line: `+nottl +nocl +noall +answer ${web}`, stdout: `${web}. A 10.96.10.10\n` },
  { line: `+ttlunits +noall +answer ${web}`, stdout: `${web}. 30s IN\tA\t10.96.10.10\n` },
  {
    line: '-x fd00:10:96::16 +noall +answer',
    stdout: `${'6.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.9.0.0.0.1.0.0.0.0.d.f'}.ip6.arpa. 30 IN\tPTR dual.default.svc.cluster.local.\n`,
  },
  {
    line: '+expandaaaa +short dual.default.svc.cluster.local aaaa',
    stdout: 'fd00:0010:0096:0000:0000:0000:0000:0016\n',
  },
  {
    line: '+tcp @10.96.0.99 +tries=1 web',
    stdout:
      ';; Connection to 10.96.0.99#53(10.96.0.99) for web failed: connection refused.\n;; no servers could be reached\n',
    code: 9,
  },
  {
    line: `-t bogus +short ${web}`,
    stdout: '10.96.10.10\n',
    stderr: ';; Warning, ignoring invalid type bogus\n',
  },
  {
    line: '+tries=x web',
    stdout: "invalid tries 'x': not a valid number\n",
    stderr: "dig: Couldn't parse tries\n",
    code: 10,
  },
  { line: '+tls web', stdout: '', stderr: "dig: kubesim's dig does not know how to do +tls\n", code: 1 },
  {
    line: '+noall +trace www.example.com',
    stdout: [
      ';; www.example.com. IN A',
      ";; 1. cluster (the cluster's DNS), 10.96.0.10: not mine, asks on",
      ";; 2. internal (the company network's server): not mine, asks on",
      ';; 3. external (a server of the Internet): answers',
      ';; Received 87 bytes from 10.96.0.10#53(10.96.0.10) in 0 ms',
      '',
      '',
    ].join('\n'),
  },
])('dig $line', async ({ line, stdout, stderr = '', code = 0 }) => {
  const got = await runTool(dig, line.split(' '), await labTransport())

  expect({ stdout: got.stdout, stderr: got.stderr, code: got.code }).toEqual({ stdout, stderr, code })
})

test.for([
  { name: 'a truncated reply is asked for again over TCP', flags: '', says: 'Truncated, retrying', answers: 60 },
  { name: 'and kept with +ignore', flags: '+ignore', says: 'flags: qr aa tc rd', answers: 29 },
])('$name', async ({ flags, says, answers }) => {
  const words = `+noedns +noall +comments many.big.svc.cluster.local ${flags}`.trim().split(' ')
  const { stdout } = await runTool(dig, words, await labTransport())

  expect(stdout).toContain(says)
  expect(stdout).toContain(`ANSWER: ${answers},`)
})

test('+edns=1 falls back to the version that the server knows', async () => {
  const { stdout } = await runTool(dig, ['+edns=1', '+noall', '+comments', web], await labTransport())

  expect(stdout.split('\n')[0]).toBe(';; BADVERS, retrying with EDNS version 0.')
  expect(stdout).toContain('status: NOERROR')
})
