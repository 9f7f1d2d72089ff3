import type { Place } from './corefile-error.ts'

/** One line of a block: a plugin's name, its arguments, and the lines in its braces, which are directives as well. */
export interface Directive extends Place {
  readonly name: string
  readonly args: readonly string[]
  readonly body: readonly Directive[]
}

export interface ServerBlock extends Place {
  /** As written: `.:53`, `corp.local`. */
  readonly keys: readonly string[]
  readonly directives: readonly Directive[]
}

/** The last word of a line: the place after which CoreDNS says that something is missing. */
export const lastWord = ({ name, args }: Directive): string => args.at(-1) ?? name
