import * as fs from 'node:fs'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readManifests } from '../../../src/cli/manifests/manifests.ts'
import type { Context } from '../../../src/cli/verb.ts'

const folder = mkdtempSync(join(tmpdir(), 'kubesim-manifests-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const service = (name: string, more = ''): string => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}${more}}\n`
const files = {
  'one.yaml': service('one'),
  'many.yaml': `${service('a')}---\n${service('b')}---\n# nothing\n---\n${service('c')}`,
  'list.json': `{"apiVersion": "v1", "kind": "List", "items": [
    {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "x"}},
    {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "y"}}]}`,
  'dir/b.yml': service('from-b'),
  'dir/a.yaml': service('from-a'),
  'dir/note.txt': 'nothing',
  'dir/sub/c.json': '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "from-c"}}',
  'empty/note.txt': '',
  'elsewhere.yaml': service('far', ', namespace: shop'),
  'class.yaml': 'apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: nginx}\n',
  'nested.yaml': 'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: List, items: []}]\n',
  'blank.yaml': '\n',
  'unknown.yaml': `${service('good')}---\napiVersion: v1\nkind: Servic\nmetadata: {name: bad}\n---\n${service('fine')}`,
  'nokind.yaml': 'apiVersion: v1\nmetadata: {name: x}\n',
  'noapi.yaml': 'kind: Service\n',
  'text.yaml': 'just some text\n',
  'broken.yaml': `${service('before')}---\nkind: Service\nmetadata:\n  name: web\n   labels: x\n`,
  'label.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web, labels: {on: true}}\n',
  'colon.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name web\n',
}
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

interface Given {
  readonly namespace?: string
  readonly recursive?: boolean
  readonly validate?: boolean
  readonly stdin?: string
}

/** Names, or what is said in their place. */
const read = async (filename: readonly string[], given: Given = {}): Promise<readonly string[]> => {
  const io = { in: { readAll: async () => given.stdin ?? '' } }
  const context = {
    world: { cwd: folder, files: fs, io },
    namespace: given.namespace ?? 'default',
    namespaceGiven: given.namespace !== undefined,
  } as unknown as Context
  const texts: string[] = []
  for await (const next of readManifests({ filename, ...given }, context)) {
    try {
      const { name, namespace, object, source } = next()
      expect(object?.metadata.namespace).toBe(namespace)
      texts.push(`${source}: ${namespace ?? '-'}/${name}`)
    } catch (error) {
      texts.push(String(error))
    }
  }
  return texts
}

describe('manifests', () => {
  test.for([
    { name: 'a file', from: ['one.yaml'], expected: ['one.yaml: default/one'] },
    { name: 'several', from: ['class.yaml', 'one.yaml'], expected: ['class.yaml: -/nginx', 'one.yaml: default/one'] },
    {
      name: 'documents',
      from: ['many.yaml'],
      expected: ['many.yaml: default/a', 'many.yaml: default/b', 'many.yaml: default/c'],
    },
    { name: 'a List', from: ['list.json'], expected: ['list.json: default/x', 'list.json: default/y'] },
    { name: 'a folder', from: ['dir'], expected: ['dir/a.yaml: default/from-a', 'dir/b.yml: default/from-b'] },
    {
      name: 'folders of a folder',
      from: ['dir'],
      given: { recursive: true },
      expected: ['dir/a.yaml: default/from-a', 'dir/b.yml: default/from-b', 'dir/sub/c.json: default/from-c'],
    },
    { name: 'standard input', from: ['-'], given: { stdin: service('in') }, expected: ['STDIN: default/in'] },
    { name: 'nothing', from: ['blank.yaml'], expected: [] },
    { name: 'a namespace of its own', from: ['elsewhere.yaml'], expected: ['elsewhere.yaml: shop/far'] },
    {
      name: 'the same namespace',
      from: ['elsewhere.yaml'],
      given: { namespace: 'shop' },
      expected: ['elsewhere.yaml: shop/far'],
    },
    {
      name: 'another namespace',
      from: ['elsewhere.yaml'],
      given: { namespace: 'prod' },
      expected: [
        'Error: the namespace from the provided object "shop" does not match the namespace "prod". ' +
          "You must pass '--namespace=shop' to perform this operation.",
      ],
    },
    {
      name: 'an unknown kind among others',
      from: ['unknown.yaml'],
      expected: [
        'unknown.yaml: default/good',
        'Error: resource mapping not found for name: "bad" namespace: "" from "unknown.yaml": ' +
          'no matches for kind "Servic" in version "v1"\nensure CRDs are installed first',
        'unknown.yaml: default/fine',
      ],
    },
    {
      name: 'no kind',
      from: ['nokind.yaml'],
      expected: [
        `Error: unable to decode "nokind.yaml": Object 'Kind' is missing in '{"apiVersion":"v1","metadata":{"name":"x"}}'`,
      ],
    },
    ...[
      { from: 'nokind.yaml', fault: 'kind not set' },
      { from: 'noapi.yaml', fault: 'apiVersion not set' },
      { from: 'text.yaml', fault: 'invalid object to validate' },
    ].map(({ from, fault }) => ({
      name: `${fault}, where it is validated`,
      from: [from],
      given: { validate: true },
      expected: [
        `Error: error validating "${from}": error validating data: ${fault}; ` +
          'if you choose to ignore these errors, turn validation off with --validate=false',
      ],
    })),
    {
      name: 'no YAML',
      from: ['broken.yaml'],
      expected: [
        'broken.yaml: default/before',
        'Error: error parsing broken.yaml: error converting YAML to JSON: yaml: line 4: ' +
          'mapping values are not allowed in this context',
      ],
    },
    {
      name: 'labels of a wrong type',
      from: ['label.yaml'],
      expected: [
        'Error: unable to decode "label.yaml": json: cannot unmarshal bool into Go struct field ' +
          'ObjectMeta.metadata.labels of type string',
      ],
    },
    {
      name: 'metadata of a wrong type',
      from: ['colon.yaml'],
      expected: [
        'Error: unable to decode "colon.yaml": json: cannot unmarshal string into Go struct field ' +
          'metadataOnlyObject.metadata of type v1.ObjectMeta',
      ],
    },
  ])('$name', async ({ from, expected, ...rest }) => {
    expect(
      (await read(from, 'given' in rest ? rest.given : {})).map(text => text.replace('Failure: ', 'Error: ')),
    ).toEqual(expected)
  })

  test.for([
    ['nested.yaml', '*unstructured.Unstructured is not a list: no Items field in this object'],
    ['nope.yaml', 'the path "nope.yaml" does not exist'],
    ['empty', 'error reading [empty]: recognized file extensions are [.json .yaml .yml]'],
    ['https://example.com/x.yaml', 'kubesim does not fetch manifests over the network'],
  ] as const)('%s', async ([path, message]) => {
    await expect(read(['one.yaml', path])).rejects.toThrow(message)
  })
})
