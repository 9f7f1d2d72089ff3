import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aCli, runCli } from '../../support/run-cli.ts'

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
      text: 'resources: [base]\npatches: [{target: {kind: Deployment}, patch: "- {op: add, path: /spec/paused, value: true}"}]\n',
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
        "error: accumulating resources: accumulation err='accumulating resources from 'nope.yaml': evalsymlink failure on '$PWD/nope.yaml' : lstat $PWD/nope.yaml: no such file or directory': must build at directory: not a valid directory: evalsymlink failure on '$PWD/nope.yaml' : lstat $PWD/nope.yaml: no such file or directory\n",
    },
    {
      name: 'parts that are not built',
      text: 'resources: [base]\nhelmCharts: [{name: x}]\n',
      path: '',
      expected: 'error: kubesim does not build this part of a kustomization: helmCharts\n',
    },
    {
      name: 'labels of other fields',
      text: 'resources: [base]\nlabels: [{pairs: {t: x}, fields: [{path: spec/t}]}]\n',
      path: '',
      expected: 'error: kubesim does not build this part of a kustomization: labels.fields\n',
    },
    {
      name: 'a suffix of tags',
      text: 'resources: [base]\nimages: [{name: api, tagSuffix: -alpine}]\n',
      path: 'image:',
      expected: 'image: api:1.0-alpine',
    },
    {
      name: 'what is on its way out is told, also of what fails then',
      text: 'bases: [nope]\n',
      path: '',
      expected: expect.stringMatching(/^# Warning: 'bases' is deprecated\. .*\nerror: accumulating resources: /),
    },
    {
      name: 'a generator of what is there',
      text: 'configMapGenerator: [{name: a, literals: [b=1]}, {name: a, literals: [b=2]}]\n',
      path: '',
      expected: expect.stringContaining('Name:"a", Namespace:""} exists; behavior must be merge or replace\n'),
    },
    {
      name: 'files outside',
      text: 'configMapGenerator: [{name: a, files: [../../../../../../etc/hostname]}]\n',
      path: '',
      expected: expect.stringContaining("is not in or below '$PWD'\n"),
    },
    {
      name: 'wrong types',
      text: 'configMapGenerator: [{name: a, options: {immutable: x}}]\n',
      path: '',
      expected:
        'error: invalid Kustomization: json: cannot unmarshal string into Go struct field ' +
        'GeneratorOptions.configMapGenerator.GeneratorArgs.options.immutable of type bool\n',
    },
    { name: 'nothing', text: 'kind: Kustomization\n', path: '', expected: 'error: kustomization.yaml is empty\n' },
  ])('$name', async ({ text, path, expected }) => {
    expect(await build(text, path)).toEqual(expected)
  })

  test('files outside are read where no restrictor is wanted', async () => {
    const cli = aCli({
      files: { 'in/kustomization.yaml': 'configMapGenerator: [{name: a, files: [../f.txt]}]\n', 'f.txt': 'text' },
    })
    const { stdout } = await cli.run('kustomize in --load-restrictor LoadRestrictionsNone')
    const refused = await cli.run('kustomize in --load-restrictor none')
    cli.remove()

    expect(stdout).toContain('f.txt: text\n')
    expect(refused.stderr).toBe(
      'error: illegal flag value --load-restrictor none; legal values: [LoadRestrictionsRootOnly LoadRestrictionsNone]\n',
    )
  })

  test('names of a base lead to what they became above', async () => {
    const aPod = (name: string, from: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: c, image: i, envFrom: [{configMapRef: {name: ${from}}}]}]}\n`
    const { stdout } = await runCli('kustomize over', {
      files: {
        'base/kustomization.yaml':
          'resources: [pod.yaml]\nnamePrefix: b-\nconfigMapGenerator: [{name: conf, literals: [a=1]}]\n',
        'base/pod.yaml': aPod('low', 'conf'),
        'over/kustomization.yaml':
          'resources: [../base, pod.yaml]\nnameSuffix: -o\nnamespace: shop\n' +
          'configMapGenerator: [{name: conf, behavior: merge, literals: [b=2]}]\n',
        'over/pod.yaml': aPod('high', 'b-conf'),
      },
    })
    expect(stdout.match(/name: \S*conf\S*/g)).toEqual(Array(3).fill('name: b-conf-o-7gdc49gk6d'))
  })
})

interface Recorded {
  readonly name: string
  readonly kustomization: string
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

const recorded: { readonly files: Readonly<Record<string, string>>; readonly cases: readonly Recorded[] } = JSON.parse(
  readFileSync('test/cases/kustomize.json', 'utf8'),
)

describe('what the real kubectl builds', () => {
  test.for(recorded.cases)('$name', async ({ kustomization, stdout, stderr, code }) => {
    const files = { ...recorded.files, 'kustomization.yaml': kustomization }
    expect(await runCli('kustomize .', { files })).toEqual({ stdout, stderr, code })
  })
})
