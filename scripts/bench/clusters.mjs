import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const reporter = fileURLToPath(new URL('./report-memory.cjs', import.meta.url))

const kubesim = (home, program, ...words) => {
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
    env: { ...process.env, KUBESIM_HOME: home, NODE_OPTIONS: `--require=${reporter}` },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`kubesim ${words.join(' ')}: ${stderr}`)
  return { peak: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024) }
}

const service = (name, app) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app }, ports: [{ port: 80 }] },
})

const deployment = (name, replicas) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, labels: { app: name } },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'web', image: 'nginx:1.27', ports: [{ containerPort: 80 }] }] },
    },
  },
})

const count = (length, make) => Array.from({ length }, (_, index) => make(index))

const fileOf = (home, objects) => {
  const file = join(home, 'objects.json')
  writeFileSync(file, objects.map(object => JSON.stringify(object)).join('\n---\n'))
  return file
}

// A node has room for 110 pods.
const withNodes = (home, program, workers) => kubesim(home, program, 'cluster', 'create', `--workers=${workers}`)

/** Some sixty objects: what a cluster has at first, and a little more. */
export const smallCluster = (home, program) =>
  kubesim(
    home,
    program,
    'apply',
    '-f',
    fileOf(home, [deployment('web', 3), ...count(5, index => service(`web-${index}`, 'web'))]),
  )

/** Deployments of 20 pods, and two Services for each: gives how long it took to apply them (milliseconds), and its peak of memory (MiB). */
const crowd = deployments => (home, program) => {
  withNodes(home, program, 100)
  const file = fileOf(home, [
    ...count(deployments, index => deployment(`app-${index}`, 20)),
    ...count(2 * deployments, index => service(`svc-${index}`, `app-${index % deployments}`)),
  ])
  const began = process.hrtime.bigint()
  const { peak } = kubesim(home, program, 'apply', '-f', file)
  return { milliseconds: Number(process.hrtime.bigint() - began) / 1e6, peak }
}

/** 1,000 pods behind 100 Services. */
export const middleCluster = crowd(50)
/** 10,000 pods behind 1,000 Services. */
export const bigCluster = crowd(500)

/** The state file of the cluster in a home folder. */
export const stateOf = home => {
  const [cluster] = readdirSync(join(home, 'clusters'))
  return join(home, 'clusters', cluster, 'state.json')
}
