import type { Command } from 'commander'

export interface SelectorFlags {
  readonly selector?: string
  readonly fieldSelector?: string
}

// Terms of several -l must all hold.
const joined = (text: string, previous: string | undefined): string =>
  previous === undefined ? text : `${previous},${text}`

/** Adds `-l, --selector`. */
export const declareSelector = (command: Command): Command =>
  command.option('-l, --selector <selector>', 'Only objects with these labels: a=b, a!=b, a in (b,c), a, !a.', joined)

/** Adds `--field-selector`. */
export const declareFieldSelector = (command: Command): Command =>
  command.option('--field-selector <selector>', 'Only objects whose fields have these values: status.phase=Running.')
