import type { Command } from 'commander'
import { Failure } from '../errors.ts'
import { declareFiles, namesFiles, type Selection, type SelectionFlags, selectionOf } from '../selection/selection.ts'
import { declareSelector } from '../selection/selectors.ts'
import type { Invocation } from '../verb.ts'

/** Adds the flags that name the objects of a `rollout` verb. */
export const declareRolloutSelection = (command: Command): void => {
  declareFiles(command, 'the objects whose rollout it is')
  declareSelector(command)
}

/** Which objects a `rollout` verb is about: a type alone means all of its objects. */
export const rolloutSelection = (args: readonly string[], flags: SelectionFlags, invocation: Invocation): Selection => {
  if (args.length === 0 && !namesFiles(flags)) throw new Failure('required resource not specified')
  return selectionOf({ args, flags, invocation, typesMeanAll: true })
}
