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
