import { defineCheck } from '../check.ts'
import { nameOf } from '../commands.ts'
import { shortage, workloadTrouble } from '../workload-trouble.ts'

/** A workload without pods, or with too few or old ones, asked about by itself. */
export const workload = defineCheck({
  name: 'workload',
  applies: ({ workload }) => workload !== undefined,
  find(context) {
    const { workload, pods } = context.target
    if (!workload) return []
    const trouble = pods.length === 0 ? workloadTrouble(workload, context) : shortage(workload, pods, context)
    return trouble ? [{ about: nameOf(context, workload.object), ...trouble }] : []
  },
})
