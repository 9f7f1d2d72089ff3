import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCases } from '../support/cases.ts'
import { exceptions } from '../support/exceptions.ts'

/** What a recorded case is called, in the files whose tests look the exceptions up. */
const nameOf: Readonly<Record<string, 'cmd' | 'title'>> = { 'offline.json': 'cmd', 'server-answers.json': 'title' }

const files = readdirSync('test/cases').filter(name => name.endsWith('.json') && name !== 'exceptions.json')

test('every exception names a recorded case', () => {
  const known = Object.entries(nameOf).flatMap(([file, key]) =>
    readCases<Readonly<Record<string, string>>>(file).map(row => `${file}: ${row[key]}`),
  )
  expect(known).toEqual(expect.arrayContaining(exceptions().map(each => `${each.file}: ${each.case}`)))
})

test('every exception gives its reason in one line', () => {
  for (const { why } of exceptions()) expect(why).toMatch(/^.{20,120}$/)
})

test('at most one case in a hundred is an exception', () => {
  const total = files.map(file => readCases<unknown>(file).length).reduce((sum, count) => sum + (count || 0), 0)
  expect(exceptions().length).toBeLessThanOrEqual(total / 100)
})
