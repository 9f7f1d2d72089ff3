import { describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const files = {
  'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {set: one}}\ndata: {k: v}\n',
  'a2.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {set: one}}\ndata: {l: w}\n',
  'b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b, labels: {set: one}}\n',
  'svc.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n',
  'ip.yaml':
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.96.50.51, ports: [{port: 80}]}\n',
  'deep/c.json': '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}',
  'unnamed.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: g-}\n',
  'bad.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n---\na: b\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: y}\n',
}

interface Row {
  readonly name: string
  /** Commands that are run before. */
  readonly before?: readonly string[]
  readonly command: string
  readonly stdout?: string
  readonly stderr?: string
  readonly code?: number
}

const annotation =
  'is missing the kubectl.kubernetes.io/last-applied-configuration annotation which is required by kubectl apply. ' +
  'kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or ' +
  'kubectl apply. The missing annotation will be patched automatically.\n'

const rows: readonly Row[] = [
  { name: 'creates', command: 'apply -f a.yaml', stdout: 'configmap/a created\n' },
  {
    name: 'leaves what is as it should be',
    before: ['apply -f a.yaml'],
    command: 'apply -f a.yaml',
    stdout: 'configmap/a unchanged\n',
  },
  {
    name: 'takes away what the file does not say any more',
    before: ['apply -f a.yaml', 'patch cm a -p {"data":{"m":"x"}}', 'apply -f a2.yaml'],
    command: 'get cm a -o jsonpath={.data}',
    stdout: '{"l":"w","m":"x"}',
  },
  {
    name: 'notes what it applied',
    before: ['apply -f b.yaml'],
    command: 'apply view-last-applied cm b -o json',
    stdout:
      '{\n  "apiVersion": "v1",\n  "kind": "ConfigMap",\n  "metadata": {\n    "annotations": {},\n    "labels": {\n      "set": "one"\n    },\n    "name": "b",\n    "namespace": "default"\n  }\n}\n',
  },
  {
    name: 'warns of an object without a note',
    before: ['create -f a.yaml'],
    command: 'apply -f a2.yaml',
    stdout: 'configmap/a configured\n',
    stderr: `Warning: resource configmaps/a ${annotation}`,
  },
  {
    name: 'reads folders below, and patterns',
    command: 'apply -R -f deep -f [ab].yaml',
    stdout: 'configmap/c created\nconfigmap/a created\nconfigmap/b created\n',
  },
  {
    name: 'picks by label',
    command: 'apply -f a.yaml -l set=two',
    stderr: 'error: no objects passed to apply\n',
    code: 1,
  },
  {
    name: 'replaces by force what may not change',
    before: ['apply -f svc.yaml', 'apply -f ip.yaml --force'],
    command: 'get svc web -o jsonpath={.spec.clusterIP}',
    stdout: '10.96.50.51',
  },
  {
    name: 'stops a file at what is no object',
    command: 'apply -f bad.yaml',
    stdout: 'configmap/x created\n',
    stderr:
      'error: error validating "bad.yaml": error validating data: [apiVersion not set, kind not set]; if you choose to ignore these errors, turn validation off with --validate=false\n',
    code: 1,
  },
  {
    name: 'wants a name',
    command: 'apply -f unnamed.yaml',
    stderr: 'error: from g-: cannot use generate name with apply\n',
    code: 1,
  },
  {
    name: 'prunes what it applied before',
    before: ['apply -f a.yaml -f b.yaml', 'apply -f a.yaml --prune -l set=one --prune-allowlist=core/v1/ConfigMap'],
    command: 'get cm -l set=one -o name',
    stdout: 'configmap/a\n',
  },
  {
    name: 'prints several objects as one list',
    command: 'apply -f a.yaml -f b.yaml --dry-run=client -o jsonpath={.kind}{.items[*].metadata.name}',
    stdout: 'Lista b',
  },
  {
    name: 'hands over to the server what was applied from here',
    before: ['apply -f a.yaml', 'apply --server-side -f a.yaml', 'apply --server-side -f a2.yaml'],
    command: 'get cm a -o jsonpath={.data}',
    stdout: '{"l":"w"}',
  },
  {
    name: 'sets the note alone',
    before: ['create -f a.yaml', 'apply set-last-applied -f a2.yaml --create-annotation'],
    command: 'apply set-last-applied -f a2.yaml',
    stdout: 'set-last-applied a: no changes required.\n',
  },
]

describe('apply', () => {
  test.for(rows)('$name', async ({ before = [], command, stdout = '', stderr = '', code = 0 }) => {
    const cli = aCli({ files })
    try {
      for (const each of before) await cli.run(each.split(' '))
      expect(await cli.run(command.split(' '))).toEqual({ stdout, stderr, code })
    } finally {
      cli.remove()
    }
  })
})

describe('apply --overwrite=false', () => {
  const resultOf = async (...commands: readonly string[]) => {
    const cli = aCli({ files })
    try {
      const results = []
      for (const each of commands) results.push(await cli.run(each.split(' ')))
      return results.at(-1)
    } finally {
      cli.remove()
    }
  }

  test('changes nothing where nothing is to change', async () => {
    expect(await resultOf('apply -f a.yaml', 'label cm a other=x', 'apply -f a.yaml --overwrite=false')).toEqual({
      stdout: 'configmap/a unchanged\n',
      stderr: '',
      code: 0,
    })
  })

  // The note of what was applied has changed, too: so kubectl refuses every change of what it had applied.
  test('refuses what was changed since, and tells of each way to make the patch', async () => {
    const result = await resultOf(
      'apply -f a.yaml',
      'patch cm a -p {"data":{"l":"x"}}',
      'apply -f a2.yaml --overwrite=false',
    )
    expect(result).toMatchObject({ stdout: '', code: 1 })
    expect(result?.stderr).toMatch(/^warning: error calculating patch from openapi v3 spec: patch:\n/)
    expect(result?.stderr).toMatch(/^warning: error calculating patch from openapi spec: patch:\n/m)
    expect(result?.stderr).toMatch(
      /^error: error when applying patch:\n\nto:\nResource: "\/v1, Resource=configmaps", [^\n]*\n[^\n]*\nfor: "a2.yaml": creating patch with:\noriginal:\n\{/m,
    )
    expect(result?.stderr).toMatch(/^for: patch:\ndata:\n {2}k: null\n {2}l: w\n/m)
    expect(
      result?.stderr.match(/conflicts with changes made from original to current:\ndata:\n {2}l: x\n/g),
    ).toHaveLength(3)
  })

  test('takes over what was not applied before', async () => {
    const result = await resultOf('create -f b.yaml', 'apply -f b.yaml --overwrite=false')
    expect(result).toMatchObject({ stdout: 'configmap/b configured\n', code: 0 })
  })
})
