import { beforeAll, describe, expect, test } from 'vitest'
import { curl } from '../../../src/tools/curl/curl.ts'
import { aWebLab, type WebLab } from '../../support/web-lab.ts'

interface Row {
  readonly name: string
  readonly words: readonly string[]
  readonly from?: string
  readonly stdout?: string | RegExp
  readonly stderr?: string | RegExp
  readonly code: number
}

const hello = '<p>Hello,  web</p>\t'
const usage = "curl: try 'curl --help' or 'curl --manual' for more information\n"

// What curl 7.88.1 says was taken down from itself; milliseconds are the simulation's.
const rows: readonly Row[] = [
  { name: 'gets a page', words: ['web'], stdout: hello, stderr: '', code: 0 },
  {
    name: 'takes a name of the search list, a port, a path',
    words: ['-s', 'http://nginx.default:8080/no'],
    stdout: /404 Not Found/,
    code: 0,
  },
  {
    name: 'says what it does',
    words: ['-sv', 'web'],
    stdout: hello,
    stderr: [
      '*   Trying 10.96.7.1:80...',
      '* Connected to web (10.96.7.1) port 80 (#0)',
      '> GET / HTTP/1.1',
      '> Host: web',
      '> User-Agent: curl/7.88.1',
      '> Accept: */*',
      '> ',
      '< HTTP/1.1 200 OK',
      '< Date: Fri, 20 Nov 2026 10:00:02 GMT',
      '< Content-Type: text/html; charset=utf-8',
      '< Content-Length: 19',
      '< ',
      '* Connection #0 to host web left intact',
      '',
    ].join('\n'),
    code: 0,
  },
  {
    name: 'a Service without endpoints refuses',
    words: ['-sv', 'empty'],
    stderr: [
      '*   Trying 10.96.7.4:80...',
      '* connect to 10.96.7.4 port 80 failed: Connection refused',
      "* Failed to connect to empty port 80 after 2 ms: Couldn't connect to server",
      '* Closing connection 0',
      '',
    ].join('\n'),
    code: 7,
  },
  {
    name: 'shows errors with -S',
    words: ['-sS', 'empty'],
    stderr: "curl: (7) Failed to connect to empty port 80 after 2 ms: Couldn't connect to server\n",
    code: 7,
  },
  { name: 'is silent with -s', words: ['-s', 'empty'], stderr: '', code: 7 },
  { name: 'a name that nobody has', words: ['nope'], stderr: 'curl: (6) Could not resolve host: nope\n', code: 6 },
  {
    name: 'an address that nobody has, and -m',
    words: ['-m', '3', '10.96.77.7'],
    stderr: 'curl: (28) Connection timed out after 3001 milliseconds\n',
    code: 28,
  },
  {
    name: 'the same with --connect-timeout',
    words: ['--connect-timeout', '1.5', '10.96.77.7'],
    stderr: 'curl: (28) Failed to connect to 10.96.77.7 port 80 after 1501 ms: Timeout was reached\n',
    code: 28,
  },
  {
    name: 'a ClusterIP from the laptop',
    words: ['-m1', '10.96.7.1'],
    from: 'laptop',
    stderr: /^curl: \(28\)/,
    code: 28,
  },
  {
    name: 'somebody who speaks no HTTP',
    words: ['redis:6379'],
    stderr: 'curl: (52) Empty reply from server\n',
    code: 52,
  },
  {
    name: '-f fails on an error',
    words: ['-f', 'nginx:8080/no'],
    stdout: '',
    stderr: 'curl: (22) The requested URL returned error: 404\n',
    code: 22,
  },
  {
    name: 'TLS to somebody who has none',
    words: ['https://nginx:8080'],
    stderr: 'curl: (35) OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number\n',
    code: 35,
  },
  {
    name: 'a certificate of nobody known',
    words: ['https://kubernetes'],
    stderr: /^curl: \(60\) SSL certificate problem: unable to get local issuer certificate\n/,
    code: 60,
  },
  { name: '-k takes any certificate', words: ['-k', 'https://kubernetes/livez'], stdout: 'ok', code: 0 },
  {
    name: 'an ExternalName leaves the Host header wrong',
    words: ['-w', '%{http_code}', '-o', '/dev/null', '-s', 'outside'],
    stdout: '404',
    code: 0,
  },
  {
    name: 'and -H mends it',
    words: ['-s', '-H', 'Host: example.com', 'outside'],
    stdout: /This is example.com/,
    code: 0,
  },
  {
    name: 'an ExternalName has the wrong certificate',
    words: ['https://outside'],
    stderr: /^curl: \(60\) SSL: no alternative certificate subject name matches target host name 'outside'\n/,
    code: 60,
  },
  {
    name: '-I asks for the head alone',
    words: ['-I', 'web'],
    stdout: /^HTTP\/1.1 200 OK\r\nDate: .*\r\n\r\n$/s,
    code: 0,
  },
  { name: '-i shows the head too', words: ['-i', 'web'], stdout: /^HTTP\/1.1 200 OK\r\n.*\r\n\r\n<p>Hello,/s, code: 0 },
  {
    name: '--resolve needs no DNS',
    words: ['-s', '--resolve', 'made.up:80:10.96.7.1', 'made.up'],
    stdout: hello,
    code: 0,
  },
  {
    name: '-w prints variables',
    words: [
      '-s',
      '-o',
      '/dev/null',
      '-w',
      '%{http_code} %{remote_ip}:%{remote_port} %{url_effective} %{method} %{size_download}\\n',
      'web',
    ],
    stdout: '200 10.96.7.1:80 http://web/ GET 19\n',
    code: 0,
  },
  { name: '-w after a failure', words: ['-s', '-w', '%{http_code}', 'empty'], stdout: '000', code: 7 },
  {
    name: 'retries',
    words: ['-sS', '--retry', '1', '--retry-connrefused', 'empty'],
    stderr: /^(curl: \(7\).*\n){2}$/,
    code: 7,
  },
  {
    name: 'two URLs share a connection',
    words: ['-sv', 'web', 'web/x'],
    stdout: hello + hello,
    stderr: /Re-using existing connection #0 with host web\n/,
    code: 0,
  },
  {
    name: 'two methods at once',
    words: ['-I', '-d', 'x', 'web'],
    stdout: '',
    stderr:
      'Warning: You can only select one HTTP request method! You asked for both POST \n' +
      'Warning: (-d, --data) and HEAD (-I, --head).\n',
    code: 2,
  },
  {
    name: 'TLS, line by line',
    words: ['-sSkv', 'https://kubernetes/livez'],
    stdout: 'ok',
    stderr: new RegExp(
      [
        /\* ALPN: offers h2,http\/1\.1\n\* TLSv1\.3 \(OUT\), TLS handshake, Client hello \(1\):\n/,
        /\* TLSv1\.3 \(IN\), TLS handshake, Server hello \(2\):\n(.*\n)+\* Server certificate:\n/,
        /\* {2}subject: CN=kube-apiserver\n(.*\n){2}\* {2}issuer: CN=kubernetes\n/,
        /\* {2}SSL certificate verify result: unable to get local issuer certificate \(20\), continuing anyway\.\n/,
      ]
        .map(({ source }) => source)
        .join(''),
    ),
    code: 0,
  },
  {
    name: 'a certificate that is not trusted, line by line',
    words: ['-sv', 'https://kubernetes/livez'],
    stderr: new RegExp(
      [
        /\* {2}CAfile: \/etc\/ssl\/certs\/ca-certificates\.crt\n\* {2}CApath: \/etc\/ssl\/certs\n(.*\n)+/,
        /\* TLSv1\.3 \(OUT\), TLS alert, unknown CA \(560\):\n/,
        /\* SSL certificate problem: unable to get local issuer certificate\n\* Closing connection 0\n$/,
      ]
        .map(({ source }) => source)
        .join(''),
    ),
    code: 60,
  },
  { name: 'no URL', words: [], stderr: usage, code: 2 },
  { name: 'an unknown flag', words: ['--nope', 'web'], stderr: `curl: option --nope: is unknown\n${usage}`, code: 2 },
  { name: 'a flag without its value', words: ['-X'], stderr: `curl: option -X: requires parameter\n${usage}`, code: 2 },
  {
    name: 'a number that is none',
    words: ['-m', 'abc', 'web'],
    stderr: `curl: option -m: expected a proper numerical parameter\n${usage}`,
    code: 2,
  },
  {
    name: 'another protocol',
    words: ['foo://web'],
    stderr: 'curl: (1) Protocol "foo" not supported or disabled in libcurl\n',
    code: 1,
  },
  {
    name: 'a port that is none',
    words: ['http://web:99999/'],
    stderr: 'curl: (3) URL using bad/illegal format or missing URL\n',
    code: 3,
  },
]

describe('curl', () => {
  let lab: WebLab
  beforeAll(() => {
    lab = aWebLab()
  })

  test.for(rows)('$name', async ({ words, from, stdout, stderr, code }) => {
    const ran = await lab.run(curl, words, { from: from ?? '' })
    if (stdout instanceof RegExp) expect(ran.stdout).toMatch(stdout)
    else if (stdout !== undefined) expect(ran.stdout).toBe(stdout)
    if (stderr instanceof RegExp) expect(ran.stderr).toMatch(stderr)
    else if (stderr !== undefined) expect(ran.stderr).toBe(stderr)
    expect(ran.code).toBe(code)
  })

  test('sends what it is told, in the order of curl', async () => {
    const words = [
      '-sv',
      '-d',
      'a=b',
      '-d',
      'c=d',
      '-H',
      'X-A: b',
      '-H',
      'Host: foo',
      '-u',
      'me:pw',
      '-A',
      'ag',
      'web/p',
    ]
    const { stderr } = await lab.run(curl, words)
    expect(stderr.split('\n').filter(line => line.startsWith('>'))).toEqual([
      '> POST /p HTTP/1.1',
      '> Host: foo',
      '> Authorization: Basic bWU6cHc=',
      '> User-Agent: ag',
      '> Accept: */*',
      '> X-A: b',
      '> Content-Length: 7',
      '> Content-Type: application/x-www-form-urlencoded',
      '> ',
    ])
  })

  test('-w json is JSON', async () => {
    const { stdout } = await lab.run(curl, ['-s', '-o', '/dev/null', '-w', '%{json}', 'web'])
    expect(JSON.parse(stdout)).toMatchObject({
      http_code: 200,
      http_connect: 0,
      errormsg: null,
      exitcode: 0,
      filename_effective: '/dev/null',
      method: 'GET',
      remote_port: 80,
      time_redirect: 0,
      url: 'web',
      url_effective: 'http://web/',
    })
  })

  test('writes to a file', async () => {
    await lab.run(curl, ['-s', '-o', 'page', 'web'])
    expect(lab.files.get('page')).toBe(hello)
  })

  test('gives up on a silent address when the kernel does', async () => {
    expect(await lab.run(curl, ['-sS', '10.96.77.7'])).toEqual({
      stdout: '',
      stderr: "curl: (28) Failed to connect to 10.96.77.7 port 80 after 131000 ms: Couldn't connect to server\n",
      code: 28,
      seconds: 131,
    })
  })

  test('brings requests to pods through the kubelet', async () => {
    const kubelet = {
      log: async () => [],
      request: async () => ({ outcome: 'answered', response: { status: 201, headers: {}, body: 'made' } }) as const,
      talk: async () => ({ outcome: 'http' }) as const,
    }
    const { stdout } = await lab.run(curl, ['-s', '-w', ' %{http_code}', 'web'], { kubelet })
    expect(stdout).toBe('made 201')
  })
})
