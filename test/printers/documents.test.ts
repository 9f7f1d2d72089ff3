import { expect, test } from 'vitest'
import { jsonFormat } from '../../src/printers/json.ts'
import { kyamlFormat } from '../../src/printers/kyaml.ts'
import { yamlFormat } from '../../src/printers/yaml.ts'
import { printValues } from '../support/print.ts'

const values = [{ kind: 'A', b: 1, a: 2 }, { kind: 'B' }]

test.for([
  { name: 'yaml', format: yamlFormat, keepOrder: true, stdout: 'a: 2\nb: 1\nkind: A\n---\nkind: B\n' },
  {
    name: 'json',
    format: jsonFormat,
    keepOrder: false,
    stdout: '{\n    "a": 2,\n    "b": 1,\n    "kind": "A"\n}\n{\n    "kind": "B"\n}\n',
  },
  {
    name: 'json as typed',
    format: jsonFormat,
    keepOrder: true,
    stdout: '{\n    "kind": "A",\n    "b": 1,\n    "a": 2\n}\n{\n    "kind": "B"\n}\n',
  },
  {
    name: 'kyaml as typed',
    format: kyamlFormat,
    keepOrder: true,
    stdout: '---\n{\n  kind: "A",\n  b: 1,\n  a: 2,\n}\n---\n{\n  kind: "B",\n}\n',
  },
])('several objects with -o $name', async ({ format, keepOrder, stdout }) => {
  expect(await printValues({ format, argument: '', values, context: { keepOrder } })).toEqual({
    stdout,
    stderr: '',
    code: 0,
  })
})

test.for([yamlFormat, kyamlFormat])('-o $name refuses control characters', async format => {
  expect((await printValues({ format, argument: '', values: [{ a: 'x\x7f' }] })).stderr).toBe(
    'error: yaml: control characters are not allowed\n',
  )
})
