import type { Container, Pod } from './generated/types.ts'

/** A file of a container that its image did not bring: of a volume, or written there. */
export interface ContainerFile {
  /** Not where somebody took it away. */
  readonly isThere: boolean
  readonly text: string
  /** Since when, in milliseconds; 0 where nobody knows. */
  readonly at: number
}

export interface ContainerFiles {
  /** Undefined where the image, or nobody, brings what is at a path. */
  find(path: string): ContainerFile | undefined
  /** When something was written, in milliseconds. */
  readonly writtenAt: readonly number[]
}

export type FilesOf = (pod: Pod, container: Container) => ContainerFiles

/** For who knows of no files. */
export const noFiles: FilesOf = () => ({ find: () => undefined, writtenAt: [] })
