// Asks the cluster's DNS with the machine's own dig, and compares what it prints with what kubesim's dig prints.
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

const names = [
  'kubernetes.default.svc.cluster.local',
  'kube-dns.kube-system.svc.cluster.local',
  'nobody.default.svc.cluster.local',
  'www.google.com',
]

// Ids, times, sizes, cookies and the address that was asked differ by themselves; shuffled addresses come in any order.
const plain = text =>
  text
    .replace(/id: \d+/g, 'id: N')
    .replace(/^;; (Query time|WHEN|SERVER).*$/gm, '')
    .replace(/^; (<<>>|\(1 server).*$/gm, '')
    .replace(/COOKIE: \w+/g, 'COOKIE')
    .replace(/\d{10}(?= \d+ \d+ \d+ \d+$)/gm, 'SERIAL')
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
  else differ.push(`${title}\n--- the machine's\n${theirs}\n--- kubesim's\n${ours}`)
}

try {
  const [line] = await once(server.stdout, 'data')
  const port = /:(\d+) \(/.exec(String(line))?.[1]
  if (isThere('dig')) {
    for (const name of names) {
      for (const options of [[], ['+short'], ['+noall', '+answer'], ['-t', 'SRV'], ['+tcp', '-t', 'AAAA']]) {
        const theirs = run('dig', ['@127.0.0.1', '-p', port, name, ...options]).stdout
        compare(`dig ${name} ${options.join(' ')}`, theirs, kubesim('dig', name, ...options).stdout)
      }
    }
  } else console.log('dig is not installed: left out')
  console.log(differ.join('\n\n'))
  console.log(`${agree} passed, ${differ.length} failed`)
  process.exitCode = differ.length > 0 ? 1 : 0
} finally {
  server.kill('SIGINT')
  rmSync(home, { recursive: true, force: true })
}
