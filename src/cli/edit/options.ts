import type { Command } from 'commander'
import type { WriteOptions } from '../../api/client.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import { declareRecord } from '../record.ts'
import { declareFiles, type SelectionFlags } from '../selection/selection.ts'
import { declareValidation, type ValidationFlags } from '../validation.ts'

/** The flags of all verbs that open an editor; some have them all. */
export interface EditFlags extends SelectionFlags, PrintFlags, ValidationFlags, FieldManagerFlags {
  readonly windowsLineEndings: boolean
  readonly outputPatch?: boolean
  readonly saveConfig?: boolean
  readonly subresource?: string
}

export interface EditOptions {
  readonly flags: EditFlags
  readonly fieldValidation: NonNullable<WriteOptions['fieldValidation']>
}

export const declareEditing = (command: Command, fieldManager: string): Command => {
  declareFiles(command, 'the objects to edit')
  declareValidation(command)
  declareRecord(command)
  declareFieldManager(command, fieldManager)
  declarePrinting(command)
  return command.option('--windows-line-endings', 'End the lines of the file as Windows does.', false)
}

/** The form in which objects are edited: that of -o, YAML without it. */
export const editedFormat = ({ output }: PrintFlags): string => output || 'yaml'
