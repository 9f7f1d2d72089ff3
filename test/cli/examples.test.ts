import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allVerbs } from '../support/all-verbs.ts'
import { examplesOf } from '../support/examples.ts'
import { aCli, type Cli } from '../support/run-cli.ts'

const fileOf = (name: string): string => readFileSync(`test/support/examples/${name}`, 'utf8')
const [web, more] = [fileOf('web.yaml'), fileOf('more.yaml')]
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: new }\nspec: { containers: [{ name: main, image: nginx }] }\n'
const role = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: reader }\nrules: []\n'
const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n'
const kustomization = 'resources: [service.yaml]\nnamePrefix: dev-\n'

const files = {
  'web.yaml': web,
  'deployment.yaml': web.split('---\n')[0] ?? '',
  'pod.yaml': pod,
  'roles.yaml': role,
  'manifests/web.yaml': web,
  'kustomization.yaml': kustomization,
  'service.yaml': service,
  'overlays/dev/kustomization.yaml': kustomization,
  'overlays/dev/service.yaml': service,
  'real.yaml': web,
  'index.html': '<h1>web</h1>\n',
}

/** What has to be done before the examples of a verb, for it to have something to work on. */
const before: Readonly<Record<string, readonly string[]>> = {
  'apply edit-last-applied': ['apply -f web.yaml'],
  'apply set-last-applied': ['apply -f web.yaml'],
  'apply view-last-applied': ['apply -f web.yaml'],
  'config delete-cluster': ['config set-cluster old'],
  'config delete-context': ['config set-context old'],
  'config delete-user': ['config set-credentials old'],
  'cluster load': ['cluster save lesson-3.json', 'cluster delete kubesim-my-cluster'],
  'cluster use': ['cluster create --profile=kind'],
  'create clusterrolebinding': ['delete clusterrolebinding admins'],
  'create rolebinding': ['delete rolebinding readers'],
  drain: ['delete pod web web-1'],
  expose: ['delete service web'],
  rollout: ['set image deployment/web nginx=nginx:1.27'],
  'rollout resume': ['rollout pause deployment/web'],
  'rollout undo': ['set image deployment/web nginx=nginx:1.27'],
  run: ['delete pod,service web'],
}

/** What an example needs that is not here, or that another of the same verb has changed. */
const unrunnable: readonly RegExp[] = [
  /^(attach|serve|dns serve|port-forward)\b/, // go on until they are interrupted
  /^fault probe pods -l/, // wants probes of all kinds
  /^plugin/, // there are none
  /^create secret tls/, // certificates
  /--as=/, // answers no, which is a failure
  /-f -$/, // a pipe
  /^create -f pod.yaml --edit$/,
  /^rollout restart deployment --selector/, // once a second
  /^rollout undo (--dry-run|.* --to-revision)/,
  /^scale --current-replicas/,
  /^autoscale deployment web --max/,
  /^delete -f web.yaml$/,
  /^wait --for=delete/,
  /^replace -f web.yaml$/,
]

const verbs = (await allVerbs()).map(found => {
  const lines = examplesOf(found).map(words => ({ line: words.join(' '), words }))
  return { name: found.path.join(' '), examples: lines.filter(({ line }) => !unrunnable.some(each => each.test(line))) }
})

describe.each(verbs.filter(({ examples }) => examples.length > 0))('examples of $name run', ({ name, examples }) => {
  let cli: Cli
  beforeAll(async () => {
    cli = aCli({ files, env: { KUBESIM_PROFILE: 'default' } })
    await cli.create(`${web}---\n${more}`)
    for (const line of before[name] ?? []) expect(await cli.run(line)).toMatchObject({ code: 0 })
  })
  afterAll(() => cli.remove())

  test.for(examples)('$line', { timeout: 10_000 }, async ({ words }) => {
    const spawn = { interactive: async () => 0, capture: async () => ({ stdout: '', stderr: '', code: 0 }) }
    // What goes on until it is interrupted is so at once.
    const interrupted = async () => undefined
    const serveHttp = async () => ({ port: 8001, close: () => undefined })
    const { stderr, code } = await cli.run(words, { world: { spawn, interrupted, serveHttp } })
    expect({ stderr: code === 0 ? '' : stderr, code }).toEqual({ stderr: '', code: 0 })
  })
})
