import type { Exposure } from '../../exposure.ts'
import type { Service } from '../../generated/types.ts'

/** A Service is exposed as another one for the same pods. */
export const serviceExposure: Exposure<Service> = {
  selector({ spec }) {
    if (!spec?.selector) throw new Error('the service has no pod selector set')
    return spec.selector
  },
  ports: ({ spec }) => (spec?.ports ?? []).map(({ port, protocol = 'TCP' }) => ({ port, protocol })),
}
