import type { FileFault } from '../../pod/files/file-error.ts'
import type { System } from '../../pod/systems/system.ts'

/** What `tar` of an image says, with which kubectl copies, and with what it ends then. */
export interface TarWords {
  readonly exitCode: number
  /** Where it packs paths that begin with a slash. */
  readonly leading: string
  missing(path: string): string
  noFolder(path: string): string
  unwritten(path: string, fault: FileFault): string
}

export const tarWords = ({ shells }: System): TarWords => (Object.hasOwn(shells, 'dash') ? gnu : busybox)

const reasons: Readonly<Partial<Record<FileFault, string>>> = {
  EROFS: 'Read-only file system',
  ENOSPC: 'No space left on device',
  ENOTDIR: 'Not a directory',
  EISDIR: 'Is a directory',
}

const reason = (fault: FileFault): string => reasons[fault] ?? 'No such file or directory'

const gnu: TarWords = {
  exitCode: 2,
  leading: "tar: Removing leading `/' from member names\n",
  missing: path =>
    `tar: ${path}: Cannot stat: ${reason('ENOENT')}\ntar: Exiting with failure status due to previous errors\n`,
  noFolder: path => `tar: ${path}: Cannot open: ${reason('ENOENT')}\ntar: Error is not recoverable: exiting now\n`,
  unwritten: (path, fault) =>
    `tar: ${path}: Cannot open: ${reason(fault)}\ntar: Exiting with failure status due to previous errors\n`,
}

const busybox: TarWords = {
  exitCode: 1,
  leading: "tar: removing leading '/' from member names\n",
  missing: path => `tar: ${path}: ${reason('ENOENT')}\ntar: error exit delayed from previous errors\n`,
  noFolder: path => `tar: can't change directory to '${path}': ${reason('ENOENT')}\n`,
  unwritten: (path, fault) => `tar: can't open '${path}': ${reason(fault)}\n`,
}
