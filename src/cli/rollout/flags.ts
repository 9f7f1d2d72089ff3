import type { Command } from 'commander'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import type { SelectionFlags } from '../selection/selection.ts'
import { declareRolloutSelection } from './selection.ts'

export interface RolloutFlags extends SelectionFlags, PrintFlags, FieldManagerFlags {}

/** The flags of the `rollout` verbs that change objects. */
export const declareRollout = (command: Command): void => {
  declareRolloutSelection(command)
  declareFieldManager(command, 'kubectl-rollout')
  declarePrinting(command)
}
