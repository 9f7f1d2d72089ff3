import { defineCheck } from '../check.ts'
import { nameOf } from '../commands.ts'
import { workloadTrouble } from '../workload-trouble.ts'

/** A workload without pods, asked about by itself. */
export const workload = defineCheck({
  name: 'workload',
  applies: ({ workload, pods }) => workload !== undefined && pods.length === 0,
  find(context) {
    const { workload } = context.target
    return workload ? [{ about: nameOf(context, workload.object), ...workloadTrouble(workload, context) }] : []
  },
})
