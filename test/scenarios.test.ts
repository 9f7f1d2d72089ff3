import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Scenario } from './support/normal-form.ts'
import { replay } from './support/replay.ts'

const folder = new URL('./scenarios/', import.meta.url)
const names = readdirSync(folder).filter(name => name.endsWith('.json'))
const scenarioOf = (name: string): Scenario => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

describe.concurrent('recorded sessions of the real kubectl', () => {
  test.for(names)('%s', { timeout: 120_000 }, async name => {
    expect(await replay(scenarioOf(name))).toEqual([])
  })
})
