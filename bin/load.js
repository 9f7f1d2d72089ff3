// Loads the program with the code that V8 compiled in an earlier run of the same verb, so that a start costs little more
// than Node's own.
const { constants, Script } = require('node:vm')
const fs = require('node:fs')

/** The program's exports. `folder` is where it was built to. */
exports.load = folder => {
  const file = `${folder}/${process.version}-${process.arch}.${verb()}.cache`
  const cache = readCache(file)
  const modules = new Map()
  const scripts = new Map()
  let isNew = process.env.KUBESIM_WARM_UP !== undefined

  const load = name => {
    const known = modules.get(name)
    if (known) return known.exports
    const script = compile(name)
    scripts.set(name, script)
    const module = { exports: {} }
    modules.set(name, module)
    script.runInThisContext()(module.exports, requireIn, module, late)
    return module.exports
  }
  const compile = name => {
    const filename = `${folder}/${name}`
    const cachedData = cache.get(name)
    // The build wraps each module in a function, and writes nothing that latin1 would change.
    const script = new Script(fs.readFileSync(filename, 'latin1'), {
      filename,
      cachedData,
      importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    isNew ||= !cachedData || script.cachedDataRejected
    return script
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

// The cache is one file: a line of JSON that says where each script's piece is, then the pieces.
const readCache = file => {
  const buffer = readIfThere(file)
  if (!buffer) return new Map()
  const end = buffer.indexOf(10)
  const places = Object.entries(JSON.parse(buffer.latin1Slice(0, end)))
  return new Map(places.map(([name, [from, to]]) => [name, buffer.subarray(end + 1 + from, end + 1 + to)]))
}

const readIfThere = file => {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** A folder that cannot be written to costs speed, nothing else. */
const writeCache = (file, scripts) => {
  const temporary = `${file}.${process.pid}`
  try {
    fs.writeFileSync(temporary, packed([...scripts].map(([name, script]) => [name, script.createCachedData()])))
    fs.renameSync(temporary, file)
  } catch {
    fs.rmSync(temporary, { force: true })
  }
}

const packed = pieces => {
  let at = 0
  const places = pieces.map(([name, piece]) => {
    const from = at
    at += piece.length
    return [name, [from, at]]
  })
  const head = `${JSON.stringify(Object.fromEntries(places))}\n`
  return Buffer.concat([Buffer.from(head), ...pieces.map(([, piece]) => piece)])
}
