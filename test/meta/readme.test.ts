import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { replay } from '../support/replay.ts'
import { transcriptsOf } from '../support/transcripts.ts'

describe.concurrent('transcripts of the README', () => {
  test.for(['README.md', 'README.ko.md'])('%s', { timeout: 120_000 }, async name => {
    const scenario = transcriptsOf(name, readFileSync(name, 'utf8'))
    expect(scenario.steps.length).toBeGreaterThan(10)
    expect(await replay(scenario, { profile: 'default', folders: ['manifests'] })).toEqual([])
  })
})
