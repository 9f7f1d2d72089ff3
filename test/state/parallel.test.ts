import { afterAll, expect, test } from 'vitest'
import { times } from '../../src/util/range.ts'
import { aHome } from '../support/kubesim.ts'

const home = aHome()
afterAll(home.remove)

test('twenty writers at once lose nothing', { timeout: 120_000 }, async () => {
  const names = times(20, index => `writer-${String(index).padStart(2, '0')}`)

  const runs = await Promise.all(names.map(name => home.run(['create', 'configmap', name])))

  expect(runs.map(({ stderr }) => stderr).join('')).toBe('')
  const { stdout } = await home.run(['get', 'configmaps', '-o', 'name'])
  expect(stdout.split('\n').filter(line => line.includes('writer-'))).toEqual(names.map(name => `configmap/${name}`))
})
