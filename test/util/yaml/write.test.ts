import { expect, test } from 'vitest'
import { toGoJson } from '../../../src/util/go-json.ts'
import { toYaml } from '../../../src/util/yaml/write.ts'
import { readCases, readDocument } from '../../support/cases.ts'

interface Case {
  readonly object?: unknown
  readonly doc?: string
  readonly output: string
  readonly stdout: string
}

const cases = readCases<Case>('yaml.json').filter(({ output }) => output !== 'name')

test.for(cases.map((row, index) => ({ ...row, index })))(
  'case $index, -o $output',
  ({ object, doc, output, stdout }) => {
    const value = object ?? readDocument(doc ?? '')
    expect(output === 'yaml' ? toYaml(value) : `${toGoJson(value, 4)}\n`).toBe(stdout)
  },
)

test.for([
  ['\ufeff{a}', '"\\uFEFF\\x7B\\x61\\x7D"\n'],
  ['\ufeff \xa0', '"\\uFEFF\\x20\\_"\n'],
  ['.1_0', '".1_0"\n'],
  ['.1__0', '.1__0\n'],
  ['a\n\u2028b', '|-\n  a\n\u2028  b\n'],
  ['a\nb\u2028', '|\n  a\n  b\u2028'],
  ['\u2028a\nb', '|2-\n\u2028  a\n  b\n'],
] as const)('%j as YAML is %j', ([text, yaml]) => {
  expect(toYaml(text)).toBe(yaml)
})
