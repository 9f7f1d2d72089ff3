import type { Command } from 'commander'

export interface ServerSideFlags {
  readonly serverSide: boolean
  readonly forceConflicts: boolean
}

/** Adds `--server-side` and `--force-conflicts`. */
export const declareServerSide = (command: Command): Command =>
  command
    .option('--server-side', 'Have the server merge, which knows who owns which field.', false)
    .option('--force-conflicts', 'With --server-side: take over fields that others own.', false)
