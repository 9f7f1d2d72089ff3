import { expect, test } from 'vitest'
import { suggestions } from '../../../src/cli/program/suggestions.ts'
import type { VerbEntry } from '../../../src/cli/verb.ts'

const names =
  'create expose run set explain get edit delete rollout scale autoscale top cordon describe logs cp apply patch label'
const entry = (name: string, more: Partial<VerbEntry> = {}): VerbEntry => ({
  name,
  summary: '',
  load: () => Promise.reject(new Error('not to be loaded')),
  ...more,
})
const verbs = [
  ...names.split(' ').map(name => entry(name)),
  entry('dig', { group: 'own' }),
  entry('nslookup', { group: 'own', suggestFor: ['resolve'] }),
  entry('secret', { hidden: true }),
]

test.for([
  ['creat', 'create'],
  ['gett', 'set get'],
  ['ge', 'set get cp'],
  ['log', 'top logs'],
  ['foo', 'top'],
  ['delet', 'delete'],
  ['lable', 'label'],
  ['GET', 'set get'],
  ['bogus', 'logs'],
  ['digg', 'dig'],
  ['nslokup', 'nslookup'],
  ['resolve', 'nslookup'],
  ['secret', ''],
  ['zzzzzz', ''],
] as const)('%s', ([word, expected]) => {
  expect(suggestions(word, verbs).join(' ')).toBe(expected)
})
