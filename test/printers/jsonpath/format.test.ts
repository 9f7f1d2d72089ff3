import { expect, test } from 'vitest'
import { customColumnsFile } from '../../../src/printers/custom-columns/format.ts'
import { jsonpath, jsonpathFile } from '../../../src/printers/jsonpath/format.ts'
import { printValues } from '../../support/print.ts'

test('the template of jsonpath-file is the whole file', async () => {
  const context = { readFile: () => '{.a}\n' }
  const printed = await printValues({ format: jsonpathFile, argument: 'a.txt', values: [{ a: 1 }, { a: 2 }], context })
  expect(printed).toEqual({ stdout: '1\n2\n', stderr: '', code: 0 })
})

test.for([
  {
    format: jsonpathFile,
    argument: 'missing.txt',
    stderr: 'error: error reading --template missing.txt, open missing.txt: no such file or directory\n',
  },
  {
    format: customColumnsFile,
    argument: 'missing.txt',
    stderr: 'error: error reading template missing.txt, open missing.txt: no such file or directory\n',
  },
  { format: jsonpathFile, argument: '', stderr: 'error: template format specified but no template given\n' },
  { format: jsonpath, argument: '', stderr: 'error: template format specified but no template given\n' },
  {
    format: customColumnsFile,
    argument: '',
    stderr: 'error: custom-columns format specified but no custom columns given\n',
  },
])('$format.name of "$argument" is refused', async ({ format, argument, stderr }) => {
  expect(await printValues({ format, argument, values: [{}] })).toEqual({ stdout: '', stderr, code: 1 })
})

test.for([
  ['{"a\\\\"}{"b"}', 'unquote string "a\\\\"}{" error invalid syntax'],
  ["{'a", 'unterminated quoted string'],
])('%s cannot be read: %s', async ([template = '', reason]) => {
  const { stderr } = await printValues({ format: jsonpath, argument: template, values: [{}] })
  expect(stderr).toBe(`error: error parsing jsonpath ${template}, ${reason}\n`)
})
