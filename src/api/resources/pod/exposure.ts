import { containerPorts, type Exposure } from '../../exposure.ts'
import type { Pod } from '../../generated/types.ts'

export const podExposure: Exposure<Pod> = {
  selector({ metadata: { labels = {} } }) {
    if (Object.keys(labels).length === 0) throw new Error('the pod has no labels and cannot be exposed')
    return labels
  },
  ports: ({ spec }) => containerPorts(spec),
}
