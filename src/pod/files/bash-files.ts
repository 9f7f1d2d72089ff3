import type { IFileSystem } from 'just-bash/browser'
import { isBuiltin } from '../shell/builtins.ts'
import { isHiddenProgram } from '../shell/hidden-programs.ts'
import type { Entry } from './entry.ts'
import { FileError, isFileFault } from './file-error.ts'
import type { FileTree } from './file-tree.ts'
import { absolutePath, joined } from './paths.ts'
import { copyAll, makeFolders, move, removeAll } from './whole-folders.ts'

/** A file that is none: what is written to it goes elsewhere. */
export type Devices = ReadonlyMap<string, (text: Buffer) => void>

/** The files of a container as the interpreter wants them. `onFull` is called where there is no more space. */
export const bashFiles = (tree: FileTree, devices: Devices, onFull: () => void): IFileSystem => {
  const write = (path: string, content: Buffer): void => {
    const device = devices.get(path)
    try {
      if (device) device(content)
      else tree.write(path, content)
    } catch (error) {
      // The interpreter would end the whole script over a file that was opened and cannot take more.
      if (!isFileFault(error, 'ENOSPC')) throw error
      onFull()
    }
  }
  const read = (path: string): Buffer => (devices.has(path) ? Buffer.alloc(0) : tree.read(path))
  return {
    ...looking(tree, devices),
    readFile: async (path, options) => read(path).toString(encodingOf(options)),
    readFileBuffer: async path => new Uint8Array(read(path)),
    writeFile: async (path, content, options) => write(path, bytesOf(content, options)),
    async appendFile(path, content, options) {
      const before = tree.find(path) ? read(path) : Buffer.alloc(0)
      write(path, Buffer.concat([before, bytesOf(content, options)]))
    },
    ...changing(tree),
  }
}

const looking = (tree: FileTree, devices: Devices) => ({
  exists: async (path: string) => devices.has(path) || isUnseen(path) || tree.find(path) !== undefined,
  stat: async (path: string) => statOf(devices.has(path) || isUnseen(path) ? device : tree.find(path), 'stat', path),
  lstat: async (path: string) => statOf(devices.has(path) ? device : tree.findLink(path), 'lstat', path),
  readdir: async (path: string) => [...tree.list(path)],
  readdirWithFileTypes: async (path: string) =>
    tree.list(path).map(name => {
      const kind = tree.findLink(joined(path, name))?.kind
      return { name, isFile: kind === 'file', isDirectory: kind === 'folder', isSymbolicLink: kind === 'link' }
    }),
  async readlink(path: string) {
    const entry = tree.findLink(path)
    if (entry?.kind === 'link') return entry.target
    throw new FileError(entry ? 'EINVAL' : 'ENOENT', 'readlink', path)
  },
  realpath: async (path: string) => tree.real(path),
  resolvePath: (base: string, path: string) => absolutePath(path, base),
  getAllPaths: () => [...tree.paths()],
})

/** What is run like a program and is no file. */
const isUnseen = (path: string): boolean => isHiddenProgram(path) || isBuiltin(path)

const changing = (tree: FileTree) => ({
  async mkdir(path: string, { recursive = false } = {}) {
    if (recursive) makeFolders(tree, path)
    else tree.makeFolder(path)
  },
  async rm(path: string, { recursive = false, force = false } = {}) {
    if (force && !tree.findLink(path)) return
    if (recursive) removeAll(tree, path)
    else tree.remove(path)
  },
  async cp(from: string, to: string, { recursive = false } = {}) {
    if (!recursive && tree.find(from)?.kind === 'folder') throw new FileError('EISDIR', 'cp', from)
    copyAll(tree, from, to)
  },
  mv: async (from: string, to: string) => move(tree, from, to),
  chmod: async (path: string, mode: number) => replace(tree, path, 'chmod', entry => ({ ...entry, mode })),
  symlink: async (target: string, path: string) => tree.link(target, path),
  link: async (from: string, to: string) => tree.put(to, tree.find(from) ?? missing('link', from)),
  utimes: async (path: string, _: Date, at: Date) =>
    replace(tree, path, 'utimes', entry => ({ ...entry, at: at.getTime() })),
})

const replace = (tree: FileTree, path: string, call: string, change: (entry: Entry) => Entry): void =>
  tree.put(tree.real(path), change(tree.find(path) ?? missing(call, path)))

const missing = (call: string, path: string): never => {
  throw new FileError('ENOENT', call, path)
}

const device: Entry = { kind: 'file', content: Buffer.alloc(0), mode: 0o666, at: 0 }

const statOf = (found: Entry | undefined, call: string, path: string) => {
  const entry = found ?? missing(call, path)
  return {
    isFile: entry.kind === 'file',
    isDirectory: entry.kind === 'folder',
    isSymbolicLink: entry.kind === 'link',
    mode: entry.mode,
    size: entry.kind === 'file' ? entry.content.length : entry.kind === 'link' ? entry.target.length : 4096,
    mtime: new Date(entry.at),
  }
}

type Encoding = Parameters<IFileSystem['writeFile']>[2]

const encodingOf = (options: Parameters<IFileSystem['readFile']>[1]): BufferEncoding =>
  ((typeof options === 'string' ? options : options?.encoding) ?? 'utf8') as BufferEncoding

const bytesOf = (content: string | Uint8Array, encoding: Encoding): Buffer =>
  typeof content === 'string' ? Buffer.from(content, encodingOf(encoding)) : Buffer.from(content)
