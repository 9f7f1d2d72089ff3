// Builds dist/: CommonJS, which starts faster than modules; one file of all that every command needs, and small ones for
// what is imported lazily.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')

// Parts of Node that many modules name and few commands use are loaded with their first use.
const lateParts = ['child_process', 'crypto', 'dgram', 'http', 'net', 'os', 'tty']
const lateRequire = new RegExp(`require\\("(node:(?:${lateParts.join('|')}))"\\)`, 'g')

// Node warns where a script that comes out of the code cache imports; it may require.
const lateImport = /\bimport\([`"'](node:[\w/]+)[`"']\)/g

// One byte a character is what reads fastest; the escapes mean the same in strings, templates, patterns and names.
const toAscii = code =>
  code.replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

const withoutImports = code =>
  code.replace(lateRequire, 'late("$1")').replace(lateImport, 'Promise.resolve().then(() => require("$1"))')

const bundle = await rolldown({ input: 'src/main.ts', platform: 'node', logLevel: 'silent' })
const output = {
  format: 'cjs',
  entryFileNames: 'kubesim.cjs',
  chunkFileNames: '[name]-[hash].cjs',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
}

const firstAttempt = (await bundle.generate(output)).output
const byName = new Map(firstAttempt.map(chunk => [chunk.fileName, chunk]))

/** The modules that are loaded before the first line of a chunk runs. */
const modulesOf = ({ fileName }) => {
  const found = new Set()
  const visit = name => {
    const chunk = byName.get(name)
    if (!chunk || found.has(chunk)) return
    found.add(chunk)
    chunk.imports.forEach(visit)
  }
  visit(fileName)
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds))
}

// What every command needs is one file, and what `get` needs besides another: few files start faster than many.
const chunkOf = path => firstAttempt.find(({ moduleIds }) => moduleIds.some(id => id.endsWith(path)))
const groups = ['src/main.ts', 'src/cli/verbs/get.ts', 'src/printers/table.ts'].map((path, index) => {
  const modules = modulesOf(chunkOf(path))
  return { name: index === 0 ? 'core' : 'get', priority: 10 - index, test: id => modules.has(id) }
})
const { output: chunks } = await bundle.generate({ ...output, codeSplitting: { groups } })
for (const { fileName, code } of chunks) {
  writeFileSync(join('dist', fileName), toAscii(withoutImports(code)))
}

// The licences of what went into the bundle go with it.
const packages = new Set(
  chunks
    .flatMap(({ moduleIds }) => moduleIds)
    .map(path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter(Boolean),
)
const licences = [...packages].sort().map(name => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  return `${name} ${version} (${license})`
})
writeFileSync('dist/third-party.txt', `kubesim contains:\n\n${licences.join('\n')}\n`)

// What these runs compile goes into the code cache beside the bundle.
const home = mkdtempSync(join(tmpdir(), 'kubesim-build-'))
for (const words of [
  ['create', 'deployment', 'web', '--image=nginx'],
  ['get', 'pods', '-o', 'wide'],
  ['get', 'svc'],
  ['nslookup', 'kubernetes'],
]) {
  spawnSync(process.execPath, ['bin/kubesim.js', ...words], {
    env: { ...process.env, KUBESIM_HOME: home, KUBESIM_WARM_UP: '1' },
  })
}
rmSync(home, { recursive: true, force: true })
