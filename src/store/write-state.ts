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
  const pieces = [Buffer.from(`{"kubesim":${JSON.stringify(header)}\n`), ...merge(base, changes), Buffer.from('}\n')]
  const temporary = `${path}.new`
  const descriptor = files.openSync(temporary, 'w', 0o600)
  try {
    for (const piece of pieces) writeAll(files, descriptor, piece)
    files.fsyncSync(descriptor)
  } finally {
    files.closeSync(descriptor)
  }
  files.renameSync(temporary, path)
}

const merge = (base: { source: Source; objects: Region } | undefined, changes: Changes): Buffer[] => {
  const sorted = [...changes].sort(([left], [right]) => (left < right ? -1 : 1))
  if (!base) return sorted.flatMap(([key, value]) => lineOf(key, value))
  const { source, objects } = base
  const pieces: Buffer[] = []
  let from = objects.from
  for (const [key, value] of sorted) {
    const at = lowerBound(source, { from, to: objects.to }, key)
    pieces.push(source.read(from, at), ...lineOf(key, value))
    from = at < objects.to && keyAt(source, at) === key ? nextLine(source, at) : at
  }
  return [...pieces, source.read(from, objects.to)]
}

const lineOf = (key: string, value: unknown): Buffer[] =>
  value === undefined ? [] : [Buffer.from(`,${JSON.stringify(key)}:${JSON.stringify(value)}\n`)]

const writeAll = (files: Files, descriptor: number, buffer: Buffer): void => {
  let written = 0
  while (written < buffer.length) {
    const count = files.writeSync(descriptor, buffer, written, buffer.length - written)
    if (count === 0) throw new StateError('the state could not be written: the disk takes no more')
    written += count
  }
}
