import { beforeAll, describe, expect, test } from 'vitest'
import { nc } from '../../src/tools/nc/nc.ts'
import { ping } from '../../src/tools/ping/ping.ts'
import type { Run } from '../../src/tools/tool.ts'
import { traceroute } from '../../src/tools/traceroute/traceroute.ts'
import { wget } from '../../src/tools/wget/wget.ts'
import { aWebLab, type WebLab } from '../support/web-lab.ts'

interface Row {
  readonly name: string
  readonly tool: Run
  readonly words: readonly string[]
  readonly input?: string
  readonly stdout?: string | RegExp
  readonly stderr?: string | RegExp
  readonly code: number
}

const hello = '<p>Hello,  web</p>\t'

const rows: readonly Row[] = [
  { name: 'wget -qO- prints the page', tool: wget, words: ['-qO-', 'web'], stdout: hello, stderr: '', code: 0 },
  {
    name: 'wget tells where it connects',
    tool: wget,
    words: ['-O-', 'http://web/'],
    stdout: hello,
    stderr: /^Connecting to web \(10\.96\.7\.1:80\)\nwriting to stdout\n/,
    code: 0,
  },
  {
    name: 'wget is refused',
    tool: wget,
    words: ['-qO-', 'empty'],
    stderr: "wget: can't connect to remote host (10.96.7.4): Connection refused\n",
    code: 1,
  },
  {
    name: 'wget knows no such name',
    tool: wget,
    words: ['-O-', 'nope'],
    stderr: "wget: bad address 'nope'\n",
    code: 1,
  },
  {
    name: 'wget gives up with -T',
    tool: wget,
    words: ['-qO-', '-T', '2', '10.96.77.7'],
    stderr: 'wget: download timed out\n',
    code: 1,
  },
  {
    name: 'wget gives up with the kernel',
    tool: wget,
    words: ['-qO-', '10.96.77.7'],
    stderr: "wget: can't connect to remote host (10.96.77.7): Operation timed out\n",
    code: 1,
  },
  {
    name: 'wget tells an error of the server',
    tool: wget,
    words: ['-qO-', 'nginx:8080/no'],
    stdout: '',
    stderr: 'wget: server returned error: HTTP/1.1 404 Not Found\n',
    code: 1,
  },
  {
    name: 'wget --spider',
    tool: wget,
    words: ['--spider', 'web'],
    stdout: '',
    stderr: /remote file exists\n$/,
    code: 0,
  },
  {
    name: 'wget does not look at certificates, and says so',
    tool: wget,
    words: ['-qO-', 'https://kubernetes/livez'],
    stdout: 'ok',
    stderr: 'wget: note: TLS certificate validation not implemented\n',
    code: 0,
  },
  {
    name: 'GNU wget does look at them',
    tool: wget,
    words: ['--style=gnu', 'https://kubernetes/livez'],
    stderr:
      /ERROR: The certificate of ‘kubernetes’ is not trusted\.\nERROR: The certificate of ‘kubernetes’ doesn't have a known issuer\.\n$/,
    code: 5,
  },
  {
    name: 'GNU wget tries again what timed out',
    tool: wget,
    words: ['--style=gnu', '-T1', '-t2', 'http://10.96.77.7/'],
    stderr:
      /^--.*\n.*failed: Connection timed out\.\nRetrying\.\n\n--.*-- {2}\(try: 2\) {2}http:\/\/10\.96\.77\.7\/\n.*timed out\.\nGiving up\.\n\n$/,
    code: 4,
  },
  {
    name: 'GNU wget -nv says a line',
    tool: wget,
    words: ['--style=gnu', '-nv', '-O-', 'web'],
    stdout: hello,
    stderr: /^\S+ \S+ URL:http:\/\/web\/ \[19\/19\] -> "-" \[1\]\n$/,
    code: 0,
  },
  {
    name: 'GNU wget --spider',
    tool: wget,
    words: ['--style=gnu', '--spider', 'http://nginx:8080/no'],
    stderr: /404 Not Found\nRemote file does not exist -- broken link!!!\n\n$/,
    code: 8,
  },
  {
    name: 'GNU wget of another protocol',
    tool: wget,
    words: ['--style=gnu', 'foo://x'],
    stderr: 'foo://x: Unsupported scheme ‘foo’.\n',
    code: 1,
  },
  {
    name: 'GNU wget is refused',
    tool: wget,
    words: ['--style=gnu', '-O-', 'empty'],
    stderr:
      '--2026-11-20 10:00:02--  http://empty/\nResolving empty (empty)... 10.96.7.4\nConnecting to empty (empty)|10.96.7.4|:80... failed: Connection refused.\n',
    code: 4,
  },
  {
    name: 'GNU wget tells an error of the server',
    tool: wget,
    words: ['--style=gnu', '-O-', 'nginx:8080/no'],
    stderr: /awaiting response\.\.\. 404 Not Found\n2026-11-20 10:00:02 ERROR 404: Not Found\.\n\n$/,
    code: 8,
  },
  {
    name: 'GNU wget knows no such name',
    tool: wget,
    words: ['--style=gnu', 'nope'],
    stderr:
      /Resolving nope \(nope\)\.\.\. failed: Name or service not known\.\nwget: unable to resolve host address ‘nope’\n$/,
    code: 4,
  },
  {
    name: 'a ClusterIP answers no ping',
    tool: ping,
    words: ['-c', '1', 'web'],
    stdout:
      'PING web (10.96.7.1): 56 data bytes\n\n--- web ping statistics ---\n1 packets transmitted, 0 packets received, 100% packet loss\n',
    code: 1,
  },
  {
    name: 'ping knows no such name',
    tool: ping,
    words: ['-c', '1', 'nope'],
    stderr: "ping: bad address 'nope'\n",
    code: 1,
  },
  {
    name: 'a node answers ping',
    tool: ping,
    words: ['-c', '2', '172.18.0.2'],
    stdout: /2 packets transmitted, 2 packets received, 0% packet loss\nround-trip/,
    code: 0,
  },
  {
    name: 'nc finds an open port',
    tool: nc,
    words: ['-vz', 'redis', '6379'],
    stderr: 'redis (10.96.7.3:6379) open\n',
    code: 0,
  },
  {
    name: 'nc is refused',
    tool: nc,
    words: ['-vz', 'empty', '80'],
    stderr: 'nc: empty (10.96.7.4:80): Connection refused\n',
    code: 1,
  },
  {
    name: 'nc sends what it is given to a store',
    tool: nc,
    words: ['redis', '6379'],
    input: 'PING\r\nECHO \u00fc\r\n',
    stdout: '+PONG\r\n$2\r\n\u00fc\r\n',
    stderr: '',
    code: 0,
  },
  { name: 'nc -z sends nothing', tool: nc, words: ['-z', 'redis', '6379'], input: 'PING\r\n', stdout: '', code: 0 },
  {
    name: 'nc asks a web server as somebody writes by hand',
    tool: nc,
    words: ['-w1', 'web', '80'],
    input: 'GET / HTTP/1.0\n\n',
    stdout: /^HTTP\/1\.1 200 OK\r\n.*\r\nConnection: close\r\n.*\r\n\r\n<p>Hello, {2}web<\/p>\t$/s,
    code: 0,
  },
  {
    name: 'nc asks a web server twice',
    tool: nc,
    words: ['web', '80'],
    input: 'GET / HTTP/1.1\r\nHost: web\r\n\r\n'.repeat(2),
    stdout: /^(HTTP\/1\.1 200 OK\r\n.*<p>Hello, {2}web<\/p>\t){2}$/s,
    code: 0,
  },
  {
    name: 'a web server does not know what nc says',
    tool: nc,
    words: ['web', '80'],
    input: 'PING\r\n',
    stdout: /^HTTP\/1\.1 400 Bad Request\r\n/,
    code: 0,
  },
  { name: 'a web server waits for the rest', tool: nc, words: ['web', '80'], input: 'GET / HT', stdout: '', code: 0 },
  { name: 'nc gives up with -w', tool: nc, words: ['-w', '2', '10.96.77.7', '80'], stderr: 'nc: timed out\n', code: 1 },
  {
    name: 'traceroute ends in stars',
    tool: traceroute,
    words: ['-m', '3', '10.96.77.7'],
    stdout: /\n 1 {2}10\.244\.1\.1 .*\n 2 {2}\* {2}\* {2}\*\n 3 {2}\* {2}\* {2}\*\n$/,
    code: 0,
  },
]

describe('programs of the network', () => {
  let lab: WebLab
  beforeAll(() => {
    lab = aWebLab()
  })

  test.for(rows)('$name', async ({ tool, words, input, stdout, stderr, code }) => {
    const ran = await lab.run(tool, words, { input: input ?? '' })
    if (stdout instanceof RegExp) expect(ran.stdout).toMatch(stdout)
    else if (stdout !== undefined) expect(ran.stdout).toBe(stdout)
    if (stderr instanceof RegExp) expect(ran.stderr).toMatch(stderr)
    else if (stderr !== undefined) expect(ran.stderr).toBe(stderr)
    expect(ran.code).toBe(code)
  })
})
