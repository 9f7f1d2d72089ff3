import type { Command } from 'commander'
import type { KubeObject } from '../api/meta.ts'
import { withNotice } from './program/notices.ts'
import type { Context } from './verb.ts'

/** Adds `--record`, which kubectl still obeys and no longer shows. */
export const declareRecord = (command: Command): Command =>
  command.addOption(
    withNotice(
      command.createOption('--record', 'Note the command as the reason for the change.').default(false).hideHelp(),
      () => 'Flag --record has been deprecated, --record will be removed in the future\n',
    ),
  )

/** The object with the command in the annotation that `rollout history` shows, if --record asks for it. */
export const recorded = <T extends KubeObject>(object: T, { changeCause }: Pick<Context, 'changeCause'>): T =>
  changeCause === undefined
    ? object
    : {
        ...object,
        metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, [annotation]: changeCause } },
      }

/** The merge patch that does the same to an object on the server; undefined if there is nothing to note. */
export const recordPatch = ({ changeCause }: Pick<Context, 'changeCause'>) =>
  changeCause === undefined
    ? undefined
    : ({ type: 'merge', body: { metadata: { annotations: { [annotation]: changeCause } } } } as const)

const annotation = 'kubernetes.io/change-cause'
