import { expect, test } from 'vitest'
import { nameFormat, qualifiedName } from '../../src/printers/name.ts'
import { readDocument } from '../support/cases.ts'
import { printValues } from '../support/print.ts'

test.for([
  { doc: 'deployment.json', stdout: 'deployment.apps/api\n' },
  { doc: 'endpoints.json', stdout: 'endpoints/web\n' },
  { doc: 'odd.json', stdout: 'bag.research.example.com/odd\n' },
  { doc: 'services.json', stdout: 'service/kubernetes\nservice/db\nservice/front\nservice/ext\n' },
])('$doc', async ({ doc, stdout }) => {
  const printed = await printValues({ format: nameFormat, argument: '', values: [readDocument(doc)] })
  expect(printed).toEqual({ stdout, stderr: '', code: 0 })
})

test('an object without a name', () => {
  expect(qualifiedName({ apiVersion: 'v1', kind: 'Pod' })).toBe('pod/')
})
