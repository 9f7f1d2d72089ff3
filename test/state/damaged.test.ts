import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aHome, type Home } from '../support/kubesim.ts'

let home: Home
afterEach(() => home.remove())

const header = (format: number) =>
  `{"kubesim":{"format":${format},"revision":1,"random":1,"clock":{"offset":0},"due":[],"cursors":{},"cluster":{}}\n`

test.for([
  { name: 'cut off', text: `${header(1)},"configmaps/default/a":{"apiVer`, says: 'is damaged' },
  { name: 'not JSON inside', text: `${header(1)},"configmaps/default/a":{oops}\n}\n`, says: 'is damaged' },
  { name: 'empty', text: '', says: 'is damaged' },
  { name: 'something else', text: 'hello\n}\n', says: 'is damaged' },
  { name: 'of a newer format', text: `${header(99)}}\n`, says: 'has format 99' },
])('a state file that is $name is named and left alone', async ({ text, says }) => {
  home = aHome()
  const folder = join(home.folder, 'home', 'clusters', 'kubesim-my-cluster')
  const file = join(folder, 'state.json')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)

  for (const args of [
    ['get', 'configmaps'],
    ['create', 'configmap', 'a'],
  ]) {
    const { code, stderr } = await home.run(args)

    expect(stderr).toContain(file)
    expect(stderr).toContain(says)
    expect(code).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
})
