import { goQuote } from '../../../util/go-quote.ts'
import type { DaemonSet } from '../../generated/types.ts'
import type { Rollout } from '../../rollout.ts'
import { keptRevisions } from '../kept-revisions.ts'

export const daemonSetRollout: Rollout<DaemonSet> = {
  status({ metadata, spec, status }) {
    const name = goQuote(metadata.name ?? '')
    const { desiredNumberScheduled: desired = 0, numberAvailable = 0, updatedNumberScheduled = 0 } = status ?? {}
    if (spec.updateStrategy?.type !== 'RollingUpdate') {
      throw new Error('rollout status is only available for RollingUpdate strategy type')
    }
    if ((metadata.generation ?? 0) > (status?.observedGeneration ?? 0)) {
      return { line: 'Waiting for daemon set spec update to be observed...', isDone: false }
    }
    const waiting = (what: string): string => `Waiting for daemon set ${name} rollout to finish: ${what}...`
    if (updatedNumberScheduled < desired) {
      return { line: waiting(`${updatedNumberScheduled} out of ${desired} new pods have been updated`), isDone: false }
    }
    if (numberAvailable < desired) {
      return { line: waiting(`${numberAvailable} of ${desired} updated pods are available`), isDone: false }
    }
    return { line: `daemon set ${name} successfully rolled out`, isDone: true }
  },
  revisions: keptRevisions,
  noHistory: () => 'no last revision to roll back to',
  undoPreview: 'will roll back to ',
}
