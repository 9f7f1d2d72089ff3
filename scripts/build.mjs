// Builds dist/kubesim.cjs: one CommonJS bundle, which starts faster than modules, with what is imported lazily left lazy.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')

const { metafile } = await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/kubesim.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // A script that comes out of the code cache cannot import; it can require.
  supported: { 'dynamic-import': false },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

// The licences of what went into the bundle go with it.
const packages = new Set(
  Object.keys(metafile.inputs)
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
  ['nslookup', 'kubernetes'],
]) {
  spawnSync(process.execPath, ['bin/kubesim.js', ...words], {
    env: { ...process.env, KUBESIM_HOME: home, KUBESIM_WARM_UP: '1' },
  })
}
rmSync(home, { recursive: true, force: true })
