import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const kubesim = (home, program, ...words) => {
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
    env: { ...process.env, KUBESIM_HOME: home },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`kubesim ${words.join(' ')}: ${stderr}`)
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

const apply = (home, program, objects) => {
  const file = join(home, 'objects.json')
  writeFileSync(file, objects.map(object => JSON.stringify(object)).join('\n---\n'))
  kubesim(home, program, 'apply', '-f', file)
}

const count = (length, make) => Array.from({ length }, (_, index) => make(index))

/** Some sixty objects: what a cluster has at first, and a little more. */
export const smallCluster = async (home, program) =>
  apply(home, program, [deployment('web', 3), ...count(5, index => service(`web-${index}`, 'web'))])

/** 500 Deployments of 20 pods, two Services each. */
export const bigCluster = async (home, program) =>
  apply(home, program, [
    ...count(500, index => deployment(`app-${index}`, 20)),
    ...count(1000, index => service(`svc-${index}`, `app-${index % 500}`)),
  ])
