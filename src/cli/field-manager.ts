import type { Command } from 'commander'

export interface FieldManagerFlags {
  readonly fieldManager: string
}

/** Adds `--field-manager`, whose default is the verb's own name (`kubectl-create`). */
export const declareFieldManager = (command: Command, name: string): Command =>
  command.option('--field-manager <name>', 'The name under which the change is kept in managedFields.', name)
