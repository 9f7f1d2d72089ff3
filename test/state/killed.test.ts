import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { seededRandom } from '../../src/util/random.ts'
import { times } from '../../src/util/range.ts'
import { aHome } from '../support/kubesim.ts'
import { aCli } from '../support/run-cli.ts'

const home = aHome()
const reader = aCli({ clusters: join(home.folder, 'home') })
afterAll(() => {
  reader.remove()
  home.remove()
})

const objects = 12
const rounds = 100

const manifest = (round: number): string =>
  times(objects, index =>
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `c${index}` },
      data: { round: String(round) },
    }),
  ).join('\n---\n')

const roundsOnDisk = async (): Promise<string[]> => {
  const { stdout, stderr } = await reader.run(['get', 'configmaps', '-o', 'jsonpath={.items[*].data.round}'])
  expect(stderr).toBe('')
  return stdout.split(' ')
}

test('an apply that is killed at any moment leaves the state of before or after it', { timeout: 240_000 }, async () => {
  const random = seededRandom(7)
  writeFileSync(join(home.folder, 'objects.yaml'), manifest(0))
  const began = performance.now()
  await home.run(['apply', '-f', 'objects.yaml'])
  const duration = performance.now() - began

  let before = '0'
  for (let round = 1; round <= rounds; round++) {
    writeFileSync(join(home.folder, 'objects.yaml'), manifest(round))
    const { child, ended } = home.start(['apply', '-f', 'objects.yaml'])
    await sleep(random.next() * duration)
    child.kill('SIGKILL')
    await ended
    const found = await roundsOnDisk()
    expect(found).toHaveLength(objects)
    expect([before, String(round)]).toContain(found[0])
    expect(new Set(found).size).toBe(1)
    before = found[0] ?? ''
  }
})
