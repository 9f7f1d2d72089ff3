// Loads the program with the code that V8 compiled in an earlier run of the same verb, so that a start costs little more
// than Node's own.
const { constants, Script } = require('node:vm')
const fs = require('node:fs')
const path = require('node:path')
const { readCache, writeCache } = require('./code-cache.js')

const folder = path.join(__dirname, '..', 'dist')
const modules = new Map()
const scripts = new Map()

/** The program's exports. */
exports.load = () => {
  const file = path.join(folder, `${process.version}-${process.arch}.${verb()}.cache`)
  const cache = readCache(file)
  let isNew = process.env.KUBESIM_WARM_UP !== undefined

  const load = name => {
    const known = modules.get(name)
    if (known) return known.exports
    // The build writes nothing that latin1 would change.
    const source = fs.readFileSync(path.join(folder, name), 'latin1')
    const cachedData = cache.get(name)
    const script = new Script(`(function (exports, require, module, late) {${source}\n})`, {
      filename: path.join(folder, name),
      cachedData,
      importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    isNew ||= !cachedData || script.cachedDataRejected
    scripts.set(name, script)
    const module = { exports: {} }
    modules.set(name, module)
    script.runInThisContext()(module.exports, requireIn, module, late)
    return module.exports
  }
  const requireIn = name => (name.startsWith('./') ? load(name.slice(2)) : require(name))

  // At exit the functions that the run needed are compiled. A word that is no verb fails, and is not kept.
  process.once('exit', code => {
    if (isNew && code === 0) writeCache(file, scripts)
  })
  return load('kubesim.cjs')
}

const verb = () => /^[a-z][a-z-]{1,19}$/.exec(process.argv[2])?.[0] ?? 'other'

/** A part of Node that is loaded with its first use. */
const late = name => new Proxy({}, { get: (_, key) => require(name)[key] })
