import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCases } from '../support/cases.ts'
import { exceptions } from '../support/exceptions.ts'
import type { Scenario } from '../support/normal-form.ts'

/** What a recorded case is called, in the files whose tests look the exceptions up. */
const nameOf: Readonly<Record<string, 'cmd' | 'title'>> = { 'offline.json': 'cmd', 'server-answers.json': 'title' }

const jsonFiles = (folder: string): readonly string[] => readdirSync(folder).filter(name => name.endsWith('.json'))

const files = jsonFiles('test/cases').filter(name => name !== 'exceptions.json')
const scenarios = jsonFiles('test/scenarios').map(file => ({
  file,
  steps: (JSON.parse(readFileSync(`test/scenarios/${file}`, 'utf8')) as Scenario).steps,
}))

test('every exception names a recorded case', () => {
  const known = [
    ...Object.entries(nameOf).flatMap(([file, key]) =>
      readCases<Readonly<Record<string, string>>>(file).map(row => `${file}: ${row[key]}`),
    ),
    ...scenarios.flatMap(({ file, steps }) => steps.map(({ cmd }) => `${file}: ${cmd}`)),
  ]
  expect(known).toEqual(expect.arrayContaining(exceptions().map(each => `${each.file}: ${each.case}`)))
})

test('every exception gives its reason in one line', () => {
  for (const { why } of exceptions()) expect(why).toMatch(/^.{20,120}$/)
})

test('at most one case in a hundred is an exception', () => {
  const lists = [...files.map(file => readCases<unknown>(file)), ...scenarios.map(({ steps }) => steps)]
  const total = lists.reduce((sum, { length = 0 }) => sum + length, 0)
  expect(exceptions().length).toBeLessThanOrEqual(total / 100)
})
