import { defineVerb, type Verb } from '../verb.ts'
import { declareRollout, type RolloutFlags } from './flags.ts'
import { type Patching, patchEach } from './patch-each.ts'
import { rolloutSelection } from './selection.ts'

type Head = Pick<Verb, 'description' | 'examples' | 'actsOn'>

/** A verb below `rollout` that changes each object it is about. */
export const patchingVerb = (head: Head, change: Pick<Patching, 'did' | 'change' | 'unchanged'>): Verb =>
  defineVerb({
    ...head,
    usage: 'RESOURCE',
    declare: declareRollout,
    complete: (args, flags: RolloutFlags, invocation) => ({
      flags,
      selection: rolloutSelection(args, flags, invocation),
    }),
    run: ({ flags, selection }, context) => patchEach({ selection, flags, ...change }, context),
  })
