// What V8 compiled of several scripts in one file: a line of JSON that says where each script's piece is, then the pieces.
const fs = require('node:fs')

/** The pieces by the name of their script; none if the file is not there. */
exports.readCache = file => {
  const buffer = readIfThere(file)
  if (!buffer) return new Map()
  const end = buffer.indexOf(10)
  const places = Object.entries(JSON.parse(buffer.toString('latin1', 0, end)))
  return new Map(places.map(([name, [from, to]]) => [name, buffer.subarray(end + 1 + from, end + 1 + to)]))
}

/** A folder that cannot be written to costs speed, nothing else. */
exports.writeCache = (file, scripts) => {
  const temporary = `${file}.${process.pid}`
  try {
    fs.writeFileSync(temporary, pack([...scripts].map(([name, script]) => [name, script.createCachedData()])))
    fs.renameSync(temporary, file)
  } catch {
    fs.rmSync(temporary, { force: true })
  }
}

const pack = pieces => {
  let at = 0
  const places = pieces.map(([name, piece]) => {
    const from = at
    at += piece.length
    return [name, [from, at]]
  })
  const head = `${JSON.stringify(Object.fromEntries(places))}\n`
  return Buffer.concat([Buffer.from(head), ...pieces.map(([, piece]) => piece)])
}

const readIfThere = file => {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}
