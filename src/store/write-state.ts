import type { Files } from '../util/files.ts'
import type { Header } from './header.ts'
import { keyAt, lowerBound, nextLine, type Region, type Source } from './lines.ts'
import { StateError } from './state-error.ts'

/** Objects to put, by key; undefined takes the object out. */
export type Changes = ReadonlyMap<string, unknown>

/**
 * Replaces the state at `path` by `header` and `base` with `changes`: a new file beside it, fsync, rename, so that a
 * process killed at any point leaves the old state or the new one. Lines that did not change are copied as bytes.
 */
export const writeState = (
  files: Files,
  path: string,
  {
    header,
    base,
    changes,
  }: { header: Header; base?: { source: Source; objects: Region } | undefined; changes: Changes },
): void => {
  const temporary = `${path}.new`
  const descriptor = files.openSync(temporary, 'w', 0o600)
  const out = buffered(piece => writeAll(files, descriptor, piece))
  try {
    out.text(`{"kubesim":${JSON.stringify(header)}\n`)
    merge(base, changes, out)
    out.text('}\n')
    out.end()
    files.fsyncSync(descriptor)
  } finally {
    files.closeSync(descriptor)
  }
  files.renameSync(temporary, path)
}

interface Output {
  text(line: string): void
  bytes(piece: Buffer): void
  end(): void
}

// Lines are written many at a time: each call of the system costs more than a line.
const most = 1 << 18

const buffered = (write: (piece: Buffer) => void): Output => {
  let waiting: string[] = []
  let size = 0
  const end = (): void => {
    if (size > 0) write(Buffer.from(waiting.join('')))
    waiting = []
    size = 0
  }
  return {
    text(line) {
      waiting.push(line)
      size += line.length
      if (size > most) end()
    },
    bytes(piece) {
      end()
      write(piece)
    },
    end,
  }
}

const merge = (base: { source: Source; objects: Region } | undefined, changes: Changes, out: Output): void => {
  const rest = base && restOf(base.source, base.objects)
  for (const [key, value] of [...changes].sort(([left], [right]) => (left < right ? -1 : 1))) {
    rest?.copyBefore(key, out)
    if (value !== undefined) out.text(`,${JSON.stringify(key)}:${JSON.stringify(value)}\n`)
  }
  rest?.copyAll(out)
}

/** The lines of a base that are still to come. */
const restOf = (source: Source, { from: start, to }: Region) => {
  let from = start
  let next = from < to ? keyAt(source, from) : undefined
  const moveTo = (at: number): void => {
    from = at
    next = from < to ? keyAt(source, from) : undefined
  }
  return {
    /** Copies what comes before a key, and passes over the key's own line. */
    copyBefore(key: string, out: Output): void {
      if (next === undefined || next > key) return
      const at = next < key ? lowerBound(source, { from, to }, key) : from
      if (at > from) out.bytes(source.read(from, at))
      moveTo(at)
      if (next === key) moveTo(nextLine(source, from))
    },
    copyAll(out: Output): void {
      if (from < to) out.bytes(source.read(from, to))
    },
  }
}

const writeAll = (files: Files, descriptor: number, buffer: Buffer): void => {
  let written = 0
  while (written < buffer.length) {
    const count = files.writeSync(descriptor, buffer, written, buffer.length - written)
    if (count === 0) throw new StateError('the state could not be written: the disk takes no more')
    written += count
  }
}
