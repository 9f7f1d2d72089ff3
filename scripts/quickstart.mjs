// The quickstart: real kubesim commands on a cluster of its own, printed as a transcript. `npm start` runs it.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/kubesim.js', import.meta.url))
const examples = fileURLToPath(new URL('../manifests/examples/', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'kubesim-quickstart-'))
const env = { ...process.env, KUBESIM_HOME: home }
let failed = false

const say = text => console.log(`\n# ${text}`)

const show = (command, args, options) => {
  const { status, stdout } = spawnSync(command, args, {
    cwd: examples,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  })
  process.stdout.write(stdout ?? '')
  return { status, stdout: stdout ?? '' }
}

const kubesim = (line, { fails = false } = {}) => {
  console.log(`$ kubesim ${line}`)
  const words = line.match(/'[^']*'|\S+/g).map(word => word.replaceAll("'", ''))
  const { status, stdout } = show(process.execPath, [program, ...words])
  failed ||= (status !== 0) !== fails
  return stdout
}

const portForward = async (target, ports) => {
  console.log(`$ kubesim port-forward ${target} ${ports} &`)
  const child = spawn(process.execPath, [program, 'port-forward', target, ports], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((ready, gone) => {
    child.stdout.once('data', ready)
    child.once('exit', () => gone(new Error('port-forward ended before it listened')))
  })
  return child
}

const curl = url => {
  console.log(`$ curl -s ${url}`)
  const { status } = show('curl', ['-s', '-m', '10', url])
  failed ||= status !== 0
}

try {
  say('Two deployments, three and two pods, a Service for each')
  for (const [name, tag, replicas] of [
    ['alpaca-prod', 'blue', 3],
    ['bandicoot-prod', 'green', 2],
  ]) {
    kubesim(`create deployment ${name} --image=gcr.io/kuar-demo/kuard-amd64:${tag} --port=8080`)
    kubesim(`scale deployment ${name} --replicas ${replicas}`)
    kubesim(`expose deployment ${name}`)
  }
  kubesim('get pods -o wide')
  kubesim('get services -o wide')

  say('Which pods are behind a Service')
  kubesim('get endpoints alpaca-prod')
  kubesim('get pods -l app=alpaca-prod -o jsonpath=\'{.items[*].status.podIP}{"\\n"}\'')

  say('Names: a Service, another namespace, the world outside, nobody')
  kubesim('nslookup alpaca-prod')
  kubesim('nslookup kube-dns.kube-system')
  kubesim('dig +noall +answer bandicoot-prod.default.svc.cluster.local')
  kubesim('apply -f 1-services/externalname.yaml')
  kubesim('nslookup jm-api')
  kubesim('nslookup nobody', { fails: true })

  say('A port of this machine leads into a pod')
  const forward = await portForward('deployment/alpaca-prod', '48858:8080')
  curl('localhost:48858/ready')
  forward.kill('SIGINT')
} finally {
  rmSync(home, { recursive: true, force: true })
}
if (failed) {
  console.error('\nthe quickstart did not go as it should')
  process.exitCode = 1
}
