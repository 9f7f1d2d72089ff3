import type { Entry } from './entry.ts'
import { FileError } from './file-error.ts'
import { absolutePath, joined, nameOf, parentOf } from './paths.ts'

type Entries = ReadonlyMap<string, Entry>

// As Linux has it.
const mostLinks = 40

/** The path without links, whether something stands there or not. Throws FileError (ELOOP). `call` is for its message. */
export const resolveLinks = (entries: Entries, path: string, call: string, followed = 0): string => {
  if (followed > mostLinks) throw new FileError('ELOOP', call, path)
  let at = '/'
  const parts = absolutePath(path).split('/').filter(Boolean)
  for (const [index, part] of parts.entries()) {
    const next = joined(at, part)
    const entry = entries.get(next)
    if (entry?.kind === 'link') {
      const rest = absolutePath(parts.slice(index + 1).join('/') || '.', absolutePath(entry.target, at))
      return resolveLinks(entries, rest, call, followed + 1)
    }
    at = next
  }
  return at
}

/** The same of what stands at a path itself: a link at its end is not followed. */
export const resolveFolder = (entries: Entries, path: string, call: string): string => {
  const whole = absolutePath(path)
  return whole === '/' ? whole : joined(resolveLinks(entries, parentOf(whole), call), nameOf(whole))
}
