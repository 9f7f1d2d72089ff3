// Builds dist/: CommonJS, which starts faster than modules; one file of all that every command needs, and small ones for
// what is imported lazily.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from './build/bundled.mjs'
import { fillCodeCache } from './build/code-cache.mjs'
import { licencesOf } from './build/licences.mjs'
import { withOneEntry } from './build/one-entry.mjs'
import { tuned, wrapped } from './build/tuned.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')

const chunks = await bundled()
for (const { fileName, code } of withOneEntry(chunks.map(tuned))) writeFileSync(join('dist', fileName), wrapped(code))
writeFileSync('dist/third-party.txt', licencesOf(chunks))
fillCodeCache()
