/** What is wrong with a call to a container's file system, as Node's `fs` names it. */
export type FileFault = keyof typeof texts

const texts = {
  ENOENT: 'no such file or directory',
  EISDIR: 'illegal operation on a directory',
  ENOTDIR: 'not a directory',
  EEXIST: 'file already exists',
  ENOTEMPTY: 'directory not empty',
  EROFS: 'read-only file system',
  ENOSPC: 'no space left on device',
  EINVAL: 'invalid argument',
  ELOOP: 'too many symbolic links encountered',
} as const

/** The programs of a shell read the code from the head of the message. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly code: FileFault

  constructor(code: FileFault, call: string, path: string) {
    super(`${code}: ${texts[code]}, ${call} '${path}'`)
    this.code = code
  }
}

export const isFileFault = (error: unknown, code: FileFault): boolean =>
  error instanceof FileError && error.code === code
