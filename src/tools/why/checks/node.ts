import type { Node } from '../../../api/generated/types.ts'
import { isConditionTrue } from '../../../api/pod-status.ts'
import { askedFor, defineCheck } from '../check.ts'
import { command, nameOf } from '../commands.ts'
import { nodeDown } from '../pod-trouble.ts'

/** A node that is down, or takes no new pods. */
export const node = defineCheck({
  name: 'node',
  applies: ({ object }) => object?.kind === 'Node',
  find(context) {
    const found = askedFor<Node>(context.target, 'Node')
    if (!found) return []
    const about = nameOf(context, found)
    if (!isConditionTrue(found.status, 'Ready')) return [{ about, ...nodeDown(found, context) }]
    if (!found.spec?.unschedulable) return []
    return [
      {
        about,
        cause: 'it is cordoned: it keeps its pods, but gets no new ones',
        evidence: ['spec.unschedulable is true'],
        mend: [command(context, `uncordon ${found.metadata.name}`)],
      },
    ]
  },
})
