// Asks the cluster's DNS with the machine's own dig, nslookup, host and busybox, and compares what they print with what
// kubesim's print.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/kubesim.js', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'kubesim-clients-'))
const env = { ...process.env, KUBESIM_HOME: home }
const run = (command, args) => spawnSync(command, args, { env, encoding: 'utf8' })
const kubesim = (...words) => run(process.execPath, [program, ...words])
const isThere = command => run(command, ['--help']).error === undefined
const dns = '10.96.0.10'

const names = [
  'kubernetes.default.svc.cluster.local',
  'kube-dns.kube-system.svc.cluster.local',
  'nobody.default.svc.cluster.local',
  'www.google.com',
]

const dotted = ['kubernetes.default.svc.cluster.local.', 'nobody.default.svc.cluster.local.', '10.96.0.1']

/** A client: its questions, and how it and ours are asked each. */
const clients = [
  {
    name: 'dig',
    questions: names.flatMap(name =>
      [[], ['+short'], ['+noall', '+answer'], ['-t', 'SRV'], ['+tcp', '-t', 'AAAA']].map(options => [name, ...options]),
    ),
    theirs: (port, words) => run('dig', ['@127.0.0.1', '-p', port, ...words]),
    ours: words => kubesim('dig', ...words),
  },
  {
    name: 'nslookup',
    questions: dotted.flatMap(name => [[name], ['-type=SRV', name], ['-type=SOA', name]]),
    theirs: (port, words) => run('nslookup', [`-port=${port}`, ...words, '127.0.0.1']),
    ours: words => kubesim('nslookup', '--style=bind', ...words, dns),
  },
  {
    name: 'host',
    questions: dotted.flatMap(name => [[name], ['-t', 'SRV', name]]),
    theirs: (port, words) => run('host', ['-p', port, ...words, '127.0.0.1']),
    ours: words => kubesim('host', ...words, dns),
  },
  {
    name: 'busybox',
    questions: dotted.flatMap(name => [[name], ['-type=srv', name], ['-type=soa', name]]),
    theirs: (port, words) => run('busybox', ['nslookup', ...words, `127.0.0.1:${port}`]),
    ours: words => kubesim('nslookup', '--style=busybox', ...words, dns),
  },
]

// Ids, times, sizes, cookies, the age of what is in a cache and the address that was asked differ by themselves; shuffled
// addresses come in any order.
const plain = ({ stdout, status }) =>
  `${stdout}exit code ${status}`
    .replace(/id: \d+/g, 'id: N')
    .replace(/^;; (Query time|WHEN|SERVER).*$/gm, '')
    .replace(/^; (<<>>|\(1 server).*$/gm, '')
    .replace(/^(Server|Address|Name):\s+(127\.0\.0\.1|10\.96\.0\.10)([:#]\d+)*$/gm, '$1: SERVER')
    .replace(/^Using domain server:$|^Aliases: *$/gm, '')
    .replace(/COOKIE: \w+/g, 'COOKIE')
    .replace(/\d{10}(?= \d+ \d+ \d+ \d+$)/gm, 'SERIAL')
    .replace(/serial = \d+/g, 'serial = SERIAL')
    .replace(/^(www\.google\.com\.\s+)\d+/gm, '$1TTL')
    .replace(/[ \t]+/g, ' ')
    .split('\n')
    .filter(line => line.trim() !== '')
    .toSorted()
    .join('\n')

const server = spawn(process.execPath, [program, 'dns', 'serve', '--port=0'], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
})
let agree = 0
const differ = []
const compare = (title, theirs, ours) => {
  if (plain(theirs) === plain(ours)) agree += 1
  else differ.push(`${title}\n--- the machine's\n${theirs.stdout}\n--- kubesim's\n${ours.stdout}`)
}

try {
  const [line] = await once(server.stdout, 'data')
  const port = /:(\d+) \(/.exec(String(line))?.[1]
  for (const { name, questions, theirs, ours } of clients) {
    if (!isThere(name)) {
      console.log(`${name} is not installed: left out`)
      continue
    }
    for (const words of questions) compare(`${name} ${words.join(' ')}`, theirs(port, words), ours(words))
  }
  console.log(differ.join('\n\n'))
  console.log(`${agree} passed, ${differ.length} failed`)
  process.exitCode = differ.length > 0 ? 1 : 0
} finally {
  server.kill('SIGINT')
  rmSync(home, { recursive: true, force: true })
}
