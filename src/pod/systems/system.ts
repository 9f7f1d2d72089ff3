import type { Libc } from '../../dns/resolver/search-list.ts'

/** What an image is made of: the programs that it has, and how they are there. */
export interface System {
  readonly name: string
  /** Repositories of images, without tag, that are made of it; those of `extra` besides. */
  readonly images: readonly string[]
  /** What a tag of any other image says when it is made of this. */
  readonly tag?: RegExp | undefined
  readonly libc: Libc
  /** The folder of its programs. */
  readonly folder: '/bin' | '/usr/bin'
  readonly programs: readonly string[]
  /** The program that a shell is, by the name it was started as (`sh` is `dash` in Debian); others are not there. */
  readonly shells: Readonly<Record<string, ShellKind>>
  /** The dialects of programs that have several: `--style` of `src/tools`. */
  readonly styles: Readonly<Record<string, string>>
  /** Text files of its own, by path. */
  readonly files: Readonly<Record<string, string>>
  /** Programs that images have beyond the others of this system, by repository. */
  readonly extra?: Readonly<Record<string, readonly string[]>> | undefined
  /** The program that an image starts with whatever words it is given, by repository. */
  readonly entry?: Readonly<Record<string, string>> | undefined
  /** Its package manager, and what of its packages are programs here. */
  readonly packages?: Readonly<Record<string, readonly string[]>> | undefined
}

/** How a shell speaks: its prompt, and what it says of what goes wrong. */
export type ShellKind = 'ash' | 'dash' | 'bash'

/** Identity: gives a system its type. */
export const defineSystem = (system: System): System => system
