import type { KubeObject } from '../api/meta.ts'
import type { Header } from '../store/header.ts'
import { openStateFile, type StateFile } from '../store/state-file.ts'
import { type Base, createStore, type Store } from '../store/store.ts'
import { writeState } from '../store/write-state.ts'
import { type Files, hasCode } from '../util/files.ts'

/** A state file as this process knows it: what was read, and what it has changed since. */
export interface Loaded {
  readonly header: Header
  readonly store: Store<KubeObject>
  /** Whether the file is still the one that was read, or that this process wrote last. */
  isCurrent(): boolean
  /** Replaces the file by what is known now. */
  save(header: Header): void
  /** Throws StateError if the file is damaged in a part that nobody has read yet. */
  check(): void
  close(): void
}

/** Reads the state file at `path`; undefined where there is none. */
export const loadState = (files: Files, path: string): Loaded | undefined => {
  const file = openStateFile(files, path)
  return file && loadedOf(files, path, { header: file.header, file })
}

/** A state that is not on disk yet. */
export const emptyState = (files: Files, path: string, header: Header): Loaded => loadedOf(files, path, { header })

const loadedOf = (files: Files, path: string, start: { header: Header; file?: StateFile }): Loaded => {
  const { file } = start
  let { header } = start
  let version = file ? versionOf(files, path) : undefined
  const store = createStore(file && baseOf(file))
  return {
    get header() {
      return header
    },
    store,
    isCurrent: () => sameVersion(versionOf(files, path), version),
    save(next) {
      header = next
      writeState(files, path, { header, base: file, changes: store.changes })
      version = versionOf(files, path)
    },
    check: () => file?.check(),
    close: () => file?.close(),
  }
}

type Version = Pick<ReturnType<Files['fstatSync']>, 'ino' | 'size' | 'mtimeMs'>

const sameVersion = (left: Version | undefined, right: Version | undefined): boolean =>
  left?.ino === right?.ino && left?.size === right?.size && left?.mtimeMs === right?.mtimeMs

// Each write makes a new file, and the one that is open keeps its inode from being given again.
const versionOf = (files: Files, path: string): Version | undefined => {
  try {
    return files.statSync(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

// What a state file holds was put there as objects of the API.
const baseOf = (file: StateFile): Base<KubeObject> => file as Base<unknown> as Base<KubeObject>
