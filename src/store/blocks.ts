/** Reads a piece of a file, in bytes; `to` is not part of it. */
export type ReadPiece = (from: number, to: number) => Buffer

const blockSize = 4096

/**
 * Reads the same bytes by whole blocks, and keeps these: a search for one key after another looks at the same places
 * again and again. A piece that is longer than two blocks is read as it is.
 */
export const inBlocks = (read: ReadPiece, size: number): ReadPiece => {
  const blocks = new Map<number, Buffer>()
  const block = (number: number): Buffer => {
    const known = blocks.get(number)
    if (known) return known
    const from = number * blockSize
    const made = read(from, Math.min(from + blockSize, size))
    blocks.set(number, made)
    return made
  }
  return (from, to) => {
    const first = Math.floor(from / blockSize)
    const last = Math.floor(Math.max(from, to - 1) / blockSize)
    if (last > first + 2) return read(from, to)
    const start = first * blockSize
    const found = last === first ? block(first) : Buffer.concat(numbers(first, last).map(block))
    return found.subarray(from - start, to - start)
  }
}

const numbers = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
