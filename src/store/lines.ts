/** Bytes that can be read in pieces: a file, or a buffer. */
export interface Source {
  readonly size: number
  read(from: number, to: number): Buffer
}

/** A part of a source, in bytes; `to` is not part of it. */
export interface Region {
  readonly from: number
  readonly to: number
}

export const bufferSource = (buffer: Buffer): Source => ({
  size: buffer.length,
  read: (from, to) => buffer.subarray(from, to),
})

const newline = 10
const chunk = 4096

/** Where the line behind the next line end at or after `from` starts; the end of the source if there is none. */
export const nextLine = (source: Source, from: number): number => {
  for (let at = from; at < source.size; at += chunk) {
    const found = source.read(at, Math.min(at + chunk, source.size)).indexOf(newline)
    if (found >= 0) return at + found + 1
  }
  return source.size
}

/** The key of the object line that starts at `start`: `,"services/default/web":{…}` gives `services/default/web`. */
export const keyAt = (source: Source, start: number): string => {
  const head = source.read(start, Math.min(start + 1024, source.size)).toString('utf8')
  return head.slice(2, head.indexOf('":', 2))
}

/** Where the first line whose key is not before `key` starts, in a region of lines sorted by key; its end if none. */
export const lowerBound = (source: Source, { from, to }: Region, key: string): number => {
  let answer = to
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = middle === from ? from : nextLine(source, middle - 1)
    if (start < to && keyAt(source, start) < key) low = nextLine(source, start)
    else {
      answer = Math.min(start, to)
      high = middle
    }
  }
  return answer
}

/** The lines whose keys begin with `prefix`. */
export const prefixRegion = (source: Source, region: Region, prefix: string): Region => {
  const from = lowerBound(source, region, prefix)
  return { from, to: lowerBound(source, { from, to: region.to }, `${prefix}\uffff`) }
}

/** The line of one key; empty where there is none. */
export const keyRegion = (source: Source, region: Region, key: string): Region => {
  const from = lowerBound(source, region, key)
  const found = from < region.to && keyAt(source, from) === key
  return { from, to: found ? nextLine(source, from) : from }
}

/** The regions of the lines that hold a text somewhere, one region a line. */
export const linesWith = (source: Source, { from, to }: Region, text: string): readonly Region[] => {
  const bytes = source.read(from, to)
  const found: Region[] = []
  for (let at = bytes.indexOf(text); at >= 0; ) {
    const start = bytes.lastIndexOf(newline, at) + 1
    const end = bytes.indexOf(newline, at) + 1 || bytes.length
    found.push({ from: from + start, to: from + end })
    at = bytes.indexOf(text, end)
  }
  return found
}
