import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exceptions } from './support/exceptions.ts'
import type { Scenario } from './support/normal-form.ts'
import { replay } from './support/replay.ts'

const folder = new URL('./scenarios/', import.meta.url)
const scenarioOf = (name: string): Scenario => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** About how long a session takes: its commands, and the seconds that they let pass. */
const lengthOf = (name: string): number =>
  scenarioOf(name).steps.reduce(
    (sum, { cmd }) => sum + 1 + 5 * Number(/\b(?:timeout|sleep) (\d+)/.exec(cmd)?.[1] ?? 0),
    0,
  )

// The longest first, so that none is left alone at the end.
const names = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .sort((one, other) => lengthOf(other) - lengthOf(one))

describe.concurrent('recorded sessions of the real kubectl', () => {
  test.for(names)('%s', { timeout: 300_000 }, async name => {
    const excused = exceptions().filter(({ file }) => file === name)
    const differences = await replay(scenarioOf(name))

    expect(differences.filter(({ cmd }) => !excused.some(each => each.case === cmd))).toEqual([])
    const stale = excused.filter(each => !differences.some(({ cmd }) => cmd === each.case))
    expect(stale, 'agrees: strike it from exceptions.json').toEqual([])
  })
})
