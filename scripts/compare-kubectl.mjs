// Runs shell lines through a real kubectl against our proxy, and through kubesim on a copy of the same cluster, and prints
// where stdout, stderr or exit codes differ.
//
//   node scripts/compare-kubectl.mjs [--kubectl=PATH] [FILE]
//
// FILE holds a line each, in which `kubectl` is the program (scripts/compare-kubectl/commands.txt unless named). Lines run in
// a copy of the folder that the file is in.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ options: { kubectl: { type: 'string' } }, allowPositionals: true })
const here = dirname(fileURLToPath(import.meta.url))
const program = join(here, '../bin/kubesim.js')
const list = resolve(positionals[0] ?? join(here, 'compare-kubectl/commands.txt'))
const kubectl = values.kubectl ?? spawnSync('bash', ['-c', 'command -v kubectl'], { encoding: 'utf8' }).stdout.trim()
if (!kubectl) {
  console.error('there is no kubectl on this machine: name one with --kubectl=PATH')
  process.exit(1)
}

const root = mkdtempSync(join(tmpdir(), 'kubesim-compare-'))

/** A machine of its own: a home, a folder, a cluster of the same beginning, and a program called kubectl. */
const machine = name => {
  const home = join(root, name)
  const folder = join(home, 'work')
  cpSync(dirname(list), folder, { recursive: true })
  mkdirSync(join(home, 'bin'))
  const PATH = `${join(home, 'bin')}${delimiter}${process.env.PATH}`
  const env = { ...process.env, HOME: home, KUBESIM_HOME: join(home, 'kubesim'), KUBECONFIG: join(home, 'none'), PATH }
  delete env.NODE_EXTRA_CA_CERTS
  const run = (command, args) =>
    spawnSync(command, args, { env, cwd: folder, encoding: 'utf8', timeout: 60_000, maxBuffer: 64 * 1024 * 1024 })
  return {
    env,
    kubesim: (...words) => run(process.execPath, [program, ...words]),
    calls: (...words) =>
      writeFileSync(join(home, 'bin/kubectl'), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 }),
    shell: line => run('bash', ['-c', line]),
  }
}

const safe = '[bcdfghjklmnpqrstvwxz2456789]'

// What two clusters make up by themselves, and how long ago things were.
const plain = ({ stdout, stderr, status }) =>
  [stdout, '--- stderr', stderr, `--- exit code ${status}`]
    .join('\n')
    .replace(/\/tmp\/(LIVE|MERGED)-\w+/g, '$1')
    .replace(/\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?( ?[+-]\d\d:?\d\d|Z)?/g, '<time>')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, '<time>')
    .replace(/^[EWI]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w.]+:\d+\]/gm, '<log>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uid>')
    .replace(/(resourceVersion"?: ?"?)\d+/g, '$1<revision>')
    .replace(/\b10\.\d+\.\d+\.\d+|172\.18\.\d+\.\d+/g, '<ip>')
    .replace(/\bmy-cluster-worker\d?\b/g, '<worker>')
    .replace(/\b3[0-2]\d{3}\b/g, '<node port>')
    .replace(new RegExp(`-${safe}{8,10}-${safe}{5}\\b`, 'g'), '-<hash>')
    .replace(new RegExp(`-${safe}{5}\\b|\\b${safe}{8,10}\\b`, 'g'), '<hash>')
    .replace(/\.[0-9a-f]{16}\b/g, '.<event>')
    .replace(/\b(\d+[dhms]){1,2}\b( ago)?/g, '<age>')
    .replaceAll(root, '<root>')
    .replace(/<root>\/(real|ours)/g, '<home>')
    .replace(/[ \t]+/g, ' ')
    .replace(/ $/gm, '')

const [real, ours] = [machine('real'), machine('ours')]
const differ = []
let proxy
try {
  for (const one of [real, ours]) one.kubesim('cluster', 'create', '--profile=kind', '--seed=1')
  proxy = spawn(process.execPath, [program, 'proxy', '--port=0'], {
    env: real.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [started] = await once(proxy.stdout, 'data')
  real.calls(kubectl, `--server=http://${/ on (\S+)/.exec(String(started))?.[1]}`)
  ours.calls(process.execPath, program)
  const lines = readFileSync(list, 'utf8')
    .split('\n')
    .filter(line => line.trim() && !line.startsWith('#'))
  for (const line of lines) {
    const [theirs, mine] = [real.shell(line), ours.shell(line)]
    if (plain(theirs) !== plain(mine)) differ.push({ line, theirs, mine })
  }
  for (const { line, theirs, mine } of differ) {
    writeFileSync(join(root, 'theirs'), `${plain(theirs)}\n`)
    writeFileSync(join(root, 'mine'), `${plain(mine)}\n`)
    const { stdout } = spawnSync('diff', ['-u', join(root, 'theirs'), join(root, 'mine')], { encoding: 'utf8' })
    console.log(`$ ${line}\n${stdout.split('\n').slice(2).join('\n')}`)
  }
  console.log(`${lines.length} lines, ${lines.length - differ.length} the same (- is ${kubectl}, + is kubesim)`)
} finally {
  proxy?.kill()
  rmSync(root, { recursive: true, force: true })
}
process.exitCode = differ.length > 0 ? 1 : 0
