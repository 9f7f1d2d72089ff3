import { expect, test } from 'vitest'
import { nameFormat, qualifiedName } from '../../src/printers/name.ts'
import { readCases, readDocument } from '../support/cases.ts'
import { printValues } from '../support/print.ts'

interface Case {
  readonly object?: unknown
  readonly doc?: string
  readonly output: string
  readonly stdout: string
}

const cases = readCases<Case>('yaml.json').filter(({ output }) => output === 'name')

test.for(cases.map((row, index) => ({ ...row, index })))('case $index $doc', async ({ object, doc = '', stdout }) => {
  const values = [object ?? readDocument(doc)]
  const printed = await printValues({ format: nameFormat, argument: '', values })
  expect(printed).toEqual({ stdout, stderr: '', code: 0 })
})

test('an object without a name', () => {
  expect(qualifiedName({ apiVersion: 'v1', kind: 'Pod' })).toBe('pod/<unknown>')
})
