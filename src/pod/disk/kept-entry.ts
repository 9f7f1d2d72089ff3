import type { KeptEntry } from '../../api/pod-disk.ts'
import { type Entry, fileOf, folderAt, linkTo } from '../files/entry.ts'

/** An entry as the state keeps it: text as text, so that people can read it. */
export const keptOf = (entry: Entry | undefined): KeptEntry => {
  if (!entry) return null
  const { at, mode } = entry
  if (entry.kind === 'folder') return { folder: true, mode, at }
  if (entry.kind === 'link') return { link: entry.target, at }
  const text = entry.content.toString('utf8')
  return Buffer.from(text).equals(entry.content)
    ? { text, mode, at }
    : { base64: entry.content.toString('base64'), mode, at }
}

export const entryOf = (kept: NonNullable<KeptEntry>): Entry => {
  if ('folder' in kept) return folderAt(kept.at, kept.mode)
  if ('link' in kept) return linkTo(kept.link, kept.at)
  return fileOf('text' in kept ? kept.text : Buffer.from(kept.base64, 'base64'), kept.at, kept.mode)
}
