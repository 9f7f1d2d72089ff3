import { type Files, hasCode } from '../util/files.ts'
import { inBlocks } from './blocks.ts'
import { currentFormat, type Header } from './header.ts'
import { bufferSource, keyAt, keyRegion, linesWith, nextLine, prefixRegion, type Region, type Source } from './lines.ts'
import { StateError } from './state-error.ts'

/** A state file as it was when it was opened: later writers replace the file and do not change what this one reads. */
export interface StateFile {
  readonly header: Header
  /** Tells this version of the file from any other. */
  readonly version: string
  readonly source: Source
  /** Where the object lines are. */
  readonly objects: Region
  read(key: string): unknown
  /** The objects whose keys begin with `prefix`, sorted by key. */
  readPrefix(prefix: string): readonly (readonly [key: string, value: unknown])[]
  /** Of these objects the ones whose line holds a text somewhere. */
  search(prefix: string, text: string): readonly (readonly [key: string, value: unknown])[]
  /** Throws StateError if a part of it is damaged that nobody has read yet: for before it is written anew. */
  check(): void
  close(): void
}

// Up to here a file is read whole, and checked whole before it is written; beyond, only what is asked for is looked at.
const smallFile = 1 << 20
const ending = '\n}\n'

/** Opens the state at `path`; undefined where there is none. Throws StateError if it is damaged or too new. */
export const openStateFile = (files: Files, path: string): StateFile | undefined => {
  const descriptor = openOrUndefined(files, path)
  if (descriptor === undefined) return undefined
  const { size, ino, mtimeMs } = files.fstatSync(descriptor)
  const fileSource = descriptorSource(files, descriptor, size)
  const source = size <= smallFile ? bufferSource(fileSource.read(0, size)) : fileSource
  const objects = { from: nextLine(source, 0), to: Math.max(0, size - ending.length + 1) }
  return {
    header: checkedHeader(source, objects, path),
    version: `${ino}-${size}-${mtimeMs}`,
    source,
    objects,
    read: key => parseLines(source, keyRegion(source, objects, key), path)[0]?.[1],
    readPrefix: prefix => parseLines(source, prefixRegion(source, objects, prefix), path),
    search: (prefix, text) =>
      linesWith(source, prefixRegion(source, objects, prefix), text).flatMap(region =>
        parseLines(source, region, path),
      ),
    check: () => (size <= smallFile ? parseWhole(source, path) : undefined),
    close: () => files.closeSync(descriptor),
  }
}

const openOrUndefined = (files: Files, path: string): number | undefined => {
  try {
    return files.openSync(path, 'r')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw new StateError(`cannot open the state file ${path}: ${error instanceof Error ? error.message : error}`)
  }
}

// A command that looks something up reads a few blocks; one that does so all the time had better have the whole.
const manyReads = 400

const descriptorSource = (files: Files, descriptor: number, size: number): Source => {
  let whole: Buffer | undefined
  let reads = 0
  const read = inBlocks((from, to) => {
    reads += 1
    return readPiece(files, descriptor, { from, to })
  }, size)
  return {
    size,
    read(from, to) {
      if (reads > manyReads) whole ??= readPiece(files, descriptor, { from: 0, to: size })
      return whole?.subarray(from, to) ?? read(from, to)
    },
  }
}

const readPiece = (files: Files, descriptor: number, { from, to }: Region): Buffer => {
  const buffer = Buffer.allocUnsafe(to - from)
  let filled = 0
  while (filled < buffer.length) {
    const count = files.readSync(descriptor, buffer, filled, buffer.length - filled, from + filled)
    if (count === 0) break
    filled += count
  }
  return buffer.subarray(0, filled)
}

const checkedHeader = (source: Source, objects: Region, path: string): Header => {
  const header = parseHeader(source, objects, path)
  if (header.format > currentFormat) {
    throw new StateError(
      `the state file ${path} has format ${header.format}, this kubesim reads up to ${currentFormat}`,
    )
  }
  return header
}

const parseHeader = (source: Source, objects: Region, path: string): Header => {
  const end = source.read(Math.max(0, source.size - ending.length), source.size).toString('utf8')
  const line = source.read(0, Math.min(objects.from, source.size)).toString('utf8')
  const parsed = end === ending ? tryParse(`${line}}`) : undefined
  if (!isHeaderLine(parsed)) throw damaged(path, 'its first or last line is not as kubesim writes it')
  return parsed.kubesim
}

const isHeaderLine = (value: unknown): value is { kubesim: Header } => {
  if (typeof value !== 'object' || value === null || !('kubesim' in value)) return false
  const { kubesim } = value
  return typeof kubesim === 'object' && kubesim !== null && 'format' in kubesim && typeof kubesim.format === 'number'
}

const parseWhole = (source: Source, path: string): void => {
  if (tryParse(source.read(0, source.size).toString('utf8')) === undefined) throw damaged(path, 'it is not JSON')
}

const parseLines = (source: Source, { from, to }: Region, path: string): [string, unknown][] => {
  if (from === to) return []
  // Put together as bytes: a text of this size would be copied.
  const parsed = tryParse(Buffer.concat([opening, source.read(from + 1, to), closing]).toString('utf8'))
  if (parsed === undefined) throw damaged(path, `the line of "${keyAt(source, from)}" or one behind it is not JSON`)
  return Object.entries(parsed)
}

const opening = Buffer.from('{')
const closing = Buffer.from('}')

const tryParse = (text: string): object | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const damaged = (path: string, why: string): StateError =>
  new StateError(
    `the state file ${path} is damaged: ${why}. It was left as it is: mend it, or move it away to start anew`,
  )
