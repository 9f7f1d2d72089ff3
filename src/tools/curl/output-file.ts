import type { Expanded } from './expand-url.ts'
import type { CurlOptions } from './options.ts'

/** What a typed URL stands for, each of its URLs with the file that its body goes to. */
export interface Target extends Expanded {
  /** Undefined is stdout. */
  readonly output: string | undefined
}

/** Gives every URL its file: the first -o or -O is for the first of the typed ones, however many it stands for. */
export const withOutput = (expanded: Expanded, number: number, { outputs, remoteName }: CurlOptions): Target => {
  const named = outputs[number]?.replace(/#(\d+)/g, (whole, at: string) => expanded.parts[Number(at) - 1] ?? whole)
  return { ...expanded, output: named ?? (remoteName ? remoteNameOf(expanded.url) : undefined) }
}

const remoteNameOf = (url: string): string | undefined =>
  url
    .replace(/[?#].*$/s, '')
    .split('/')
    .at(-1)
