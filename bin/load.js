// Loads the bundle with the code that V8 compiled in an earlier run, so that a start costs little more than Node's own.
const { constants, Script } = require('node:vm')
const fs = require('node:fs')
const path = require('node:path')

const bundle = path.join(__dirname, '..', 'dist', 'kubesim.cjs')

exports.load = () => {
  const source = fs.readFileSync(bundle, 'utf8')
  const cacheFile = `${bundle}.${process.version}-${process.arch}-${source.length}.cache`
  const cachedData = readIfThere(cacheFile)
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData,
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  // At exit, the functions that this run needed are compiled, and go into the cache. The build asks for a few runs more.
  if (!cachedData || script.cachedDataRejected || process.env.KUBESIM_WARM_UP)
    process.once('exit', () => save(cacheFile, script))
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module, bundle, path.dirname(bundle))
  return module.exports
}

const readIfThere = file => {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

// A folder that cannot be written to costs speed, nothing else.
const save = (file, script) => {
  const temporary = `${file}.${process.pid}`
  try {
    fs.writeFileSync(temporary, script.createCachedData())
    fs.renameSync(temporary, file)
  } catch {
    fs.rmSync(temporary, { force: true })
  }
}
