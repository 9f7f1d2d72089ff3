// Modules that a read never calls are loaded with the first call: what starts a command gets functions of the same names.
import { readFileSync } from 'node:fs'

// What checks, completes and describes objects, and what only some commands need.
const seldom = [
  /\/src\/api\/(validation|describe)\//,
  /\/src\/api\/(quantity|selector-parser|selector-requirement|random-suffix)\.ts$/,
  /\/src\/api\/resources\/(bindings|rules|replicated-validation)\.ts$/,
  /\/src\/api\/resources\/[\w-]+\/[\w-]*(validat|default|describe|warnings|transition|admission|deletion)[\w-]*\.ts$/,
  /\/src\/api\/resources\/service\/(addresses|allocation|families|inherit|ip-addresses|node-ports)\.ts$/,
  /\/src\/api\/resources\/pod\/(field|go-form|limits|priority|quality|service-account)\.ts$/,
  /\/src\/cli\/program\/(failure|help|plugin|suggestions)\.ts$/,
  /\/src\/host\/spawn\.ts$/,
  /\/src\/images\/behaviour-of\.ts$/,
  /\/src\/tools\/(connector|outside)\.ts$/,
  /\/src\/store\/(lock|write-state)\.ts$/,
  /\/src\/util\/(edit-distance|go-quote|ip)\.ts$/,
]

const prefix = '\0late:'

/** Whether a module is one of those, and may be: what it exports is functions alone. */
export const isLate = id =>
  seldom.some(pattern => pattern.test(id)) && !id.startsWith(prefix) && functionsOf(id) !== undefined

/** The plugin of the bundler that puts such functions in the place of the modules' own. */
export const lateModules = () => ({
  name: 'late-modules',
  async resolveId(source, importer = '', { kind }) {
    if (kind === 'dynamic-import' || isLate(importer)) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && isLate(found.id) ? prefix + found.id : null
  },
  load(id) {
    if (!id.startsWith(prefix)) return null
    const path = id.slice(prefix.length)
    const module = `lateModule(import(${JSON.stringify(path)}))`
    return functionsOf(path)
      .map(name => `export const ${name} = (...args) => ${module}.${name}(...args)`)
      .join('\n')
  },
})

/** The names of what a module exports; undefined if it is not functions alone. */
const functionsOf = path => {
  const text = readFileSync(path, 'utf8')
  const exported = [...text.matchAll(/^export (?!type |interface )\w+ (\w+)/gm)].map(([, name]) => name)
  const isFunction = name =>
    new RegExp(`^export const ${name}(: [\\w<>, ]+)? =\\s*(async )?(<|\\(|\\w+ =>)`, 'm').test(text)
  return exported.every(isFunction) ? exported : undefined
}

/** The calls of `import` that the plugin wrote, in CommonJS. */
export const withLateModules = code =>
  code.replace(
    /lateModule\(Promise\.resolve\(\)\.then\(\(\)=>(require\("[^"]+"\)|[$\w]+)\)(?:\.then\(n=>n(\.[$\w]+)\))?\)/g,
    (_, module, namespace = '') => module + namespace,
  )
