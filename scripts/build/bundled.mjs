import { rolldown } from 'rolldown'
import { isLate, lateModules } from './late-modules.mjs'

const output = {
  format: 'cjs',
  entryFileNames: 'kubesim.cjs',
  chunkFileNames: '[name]-[hash].cjs',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
}

/**
 * The program as chunks (`fileName`, `code`, `moduleIds`). What every command needs is one of them, what `get` needs
 * besides another, what writes need of kinds a third: few files start faster than many.
 */
export const bundled = async () => {
  const plugins = [lateModules()]
  const bundle = await rolldown({ input: 'src/main.ts', platform: 'node', logLevel: 'silent', plugins })
  const before = (await bundle.generate(output)).output
  const [core, get, table] = ['src/main.ts', 'src/cli/verbs/get.ts', 'src/printers/table.ts'].map(path =>
    modulesOf(before, path),
  )
  const groups = [
    { name: 'core', priority: 3, test: id => core.has(id) },
    { name: 'get', priority: 2, test: id => get.has(id) || table.has(id) },
    { name: 'rules', priority: 1, test: id => isLate(id) && id.includes('/src/api/') },
  ]
  return (await bundle.generate({ ...output, codeSplitting: { groups } })).output
}

/** The modules that are loaded before the first line of a module runs. */
const modulesOf = (chunks, path) => {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const found = new Set()
  const visit = chunk => {
    if (!chunk || found.has(chunk)) return
    found.add(chunk)
    for (const name of chunk.imports) visit(byName.get(name))
  }
  visit(chunks.find(({ moduleIds }) => moduleIds.some(id => id.endsWith(path))))
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds))
}
