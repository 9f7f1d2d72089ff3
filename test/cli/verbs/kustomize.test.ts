import { describe, expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      containers: [{name: api, image: "api:1.0", envFrom: [{configMapRef: {name: conf}}]}]
`

const build = async (kustomization: string, path: string) => {
  const files = { 'base/kustomization.yaml': 'resources: [api.yaml]\n', 'base/api.yaml': deployment, 'f.txt': 'text' }
  const { stdout, stderr } = await runCli('kustomize', { files: { ...files, 'kustomization.yaml': kustomization } })
  return (
    stderr ||
    stdout
      .split('\n')
      .filter(line => line.includes(path))
      .map(line => line.trim())
      .join('|')
  )
}

describe('kustomize', () => {
  test.for([
    {
      name: 'prefix and suffix',
      text: 'resources: [base]\nnamePrefix: a-\nnameSuffix: -z\n',
      path: 'name: a-',
      expected: 'name: a-api-z',
    },
    { name: 'namespace', text: 'resources: [base]\nnamespace: shop\n', path: 'namespace', expected: 'namespace: shop' },
    {
      name: 'labels of objects alone',
      text: 'resources: [base]\nlabels: [{pairs: {t: x}}]\n',
      path: 't: x',
      expected: 't: x',
    },
    {
      name: 'labels of templates',
      text: 'resources: [base]\nlabels: [{pairs: {t: x}, includeTemplates: true}]\n',
      path: 't: x',
      expected: 't: x|t: x',
    },
    {
      name: 'labels of selectors',
      text: 'resources: [base]\nlabels: [{pairs: {t: x}, includeSelectors: true}]\n',
      path: 't: x',
      expected: 't: x|t: x|t: x',
    },
    {
      name: 'images',
      text: 'resources: [base]\nimages: [{name: api, newTag: "2"}]\n',
      path: 'image:',
      expected: 'image: api:2',
    },
    {
      name: 'images by digest',
      text: 'resources: [base]\nimages: [{name: api, newName: b, digest: "sha256:aa"}]\n',
      path: 'image:',
      expected: 'image: b@sha256:aa',
    },
    {
      name: 'replicas',
      text: 'resources: [base]\nreplicas: [{name: api, count: 3}]\n',
      path: 'replicas',
      expected: 'replicas: 3',
    },
    {
      name: 'generated names, and what refers to them',
      text: 'resources: [base]\nconfigMapGenerator: [{name: conf, literals: [a=1]}]\n',
      path: 'h29d89cmmt',
      expected: 'name: conf-h29d89cmmt|name: conf-h29d89cmmt',
    },
    {
      name: 'generated from files',
      text: 'configMapGenerator: [{name: conf, files: [f.txt, k=f.txt], options: {disableNameSuffixHash: true}}]\n',
      path: ': text',
      expected: 'f.txt: text|k: text',
    },
    {
      name: 'generated secrets',
      text: 'secretGenerator: [{name: s, literals: [a=1]}]\n',
      path: 'MQ==',
      expected: 'a: MQ==',
    },
    {
      name: 'patches',
      text: 'resources: [base]\npatches: [{target: {kind: Deployment}, patch: "[{op: add, path: /spec/paused, value: true}]"}]\n',
      path: 'paused',
      expected: 'paused: true',
    },
    {
      name: 'unknown fields',
      text: 'resource: []\n',
      path: '',
      expected: 'error: invalid Kustomization: json: unknown field "resource"\n',
    },
    {
      name: 'a missing file',
      text: 'resources: [nope.yaml]\n',
      path: '',
      expected:
        "error: accumulating resources: accumulation err='accumulating resources from 'nope.yaml': open $PWD/nope.yaml: no such file or directory': must build at directory: not a valid directory: evalsymlink failure on '$PWD/nope.yaml' : lstat $PWD/nope.yaml: no such file or directory\n",
    },
  ])('$name', async ({ text, path, expected }) => {
    expect(await build(text, path)).toBe(expected)
  })
})
