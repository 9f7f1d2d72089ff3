import type { StatefulSet } from '../../generated/types.ts'
import type { Rollout } from '../../rollout.ts'
import { keptRevisions } from '../kept-revisions.ts'

export const statefulSetRollout: Rollout<StatefulSet> = {
  status({ metadata, spec, status }) {
    const { observedGeneration = 0, readyReplicas = 0, updatedReplicas = 0, currentReplicas = 0 } = status ?? {}
    const { updateRevision = '', currentRevision = '' } = status ?? {}
    const waiting = (line: string): { line: string; isDone: false } => ({ line, isDone: false })
    if (spec.updateStrategy?.type !== 'RollingUpdate') {
      throw new Error('rollout status is only available for RollingUpdate strategy type')
    }
    if (observedGeneration === 0 || (metadata.generation ?? 0) > observedGeneration) {
      return waiting('Waiting for statefulset spec update to be observed...')
    }
    const desired = spec.replicas ?? 1
    if (readyReplicas < desired) return waiting(`Waiting for ${desired - readyReplicas} pods to be ready...`)
    const { rollingUpdate } = spec.updateStrategy
    if (rollingUpdate) {
      const wanted = desired - (rollingUpdate.partition ?? 0)
      if (updatedReplicas < wanted) {
        const progress = `${updatedReplicas} out of ${wanted} new pods have been updated`
        return waiting(`Waiting for partitioned roll out to finish: ${progress}...`)
      }
      const line = `partitioned roll out complete: ${updatedReplicas} new pods have been updated...`
      return { line, isDone: true }
    }
    if (updateRevision !== currentRevision) {
      const progress = `${updatedReplicas} pods at revision ${updateRevision}`
      return waiting(`waiting for statefulset rolling update to complete ${progress}...`)
    }
    const line = `statefulset rolling update complete ${currentReplicas} pods at revision ${currentRevision}...`
    return { line, isDone: true }
  },
  revisions: keptRevisions,
  noHistory: () => 'no last revision to roll back to',
  undoPreview: 'will roll back to ',
}
