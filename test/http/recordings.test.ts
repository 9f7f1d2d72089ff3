import { describe, expect, test } from 'vitest'
import { aBackend } from '../support/backend.ts'
import { readCases } from '../support/cases.ts'
import { type RestCase, replayed } from '../support/rest-cases.ts'

const files = [
  // Before others leave objects of the cluster behind.
  'get',
  'apply',
  'create',
  'defaults',
  'delete',
  'discovery',
  'errors',
  'misc',
  'negotiate',
  'paging',
  'patch',
  'proxy',
  'selectors',
  'subresource',
  'table',
  'update',
  'watch',
] as const

const exceptions = new Map(
  readCases<{ readonly case: string; readonly why: string }>('rest-exceptions.json').map(row => [row.case, row.why]),
)

// Some recordings are of the moment before the controllers came by: either moment will do.
const answers = async (row: RestCase) => {
  const prompt = await replayed(row, aCluster)
  if (prompt.recorded.join() === prompt.given.join()) return prompt
  const late = await replayed(renamed(row), aCluster, { isPrompt: false })
  return late.recorded.join() === late.given.join() ? late : prompt
}

const aCluster = aBackend({ profile: 'kind' })

/** The same case in a namespace of its own. */
const renamed = (row: RestCase): RestCase => JSON.parse(JSON.stringify(row).replaceAll(row.id, `z${row.id}`))

describe.for(files)('%s: as the real API server answered', file => {
  const rows = readCases<RestCase>(`rest/${file}.json`)
  test.for(rows.filter(({ id }) => !exceptions.has(id)))('$id $name', async row => {
    const { recorded, given } = await answers(row)
    expect(given).toEqual(recorded)
  })
})

test('no exception agrees by now', async () => {
  const rows = files.flatMap(file => readCases<RestCase>(`rest/${file}.json`))
  const agreeing: string[] = []
  for (const row of rows.filter(({ id }) => exceptions.has(id))) {
    const { recorded, given } = await answers(row).catch(() => ({ recorded: ['answer'], given: [] }))
    if (recorded.join() === given.join()) agreeing.push(row.id)
  }
  expect(agreeing).toEqual([])
})
