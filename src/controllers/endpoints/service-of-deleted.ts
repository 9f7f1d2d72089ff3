import type { Service } from '../../api/generated/types.ts'
import type { Related } from '../controller.ts'

/**
 * The Service of Endpoints that are gone. Upstream looks at nothing else: what a user changes in them stays until
 * something else happens.
 */
export const serviceOfDeleted: Related = ({ metadata: { namespace, name } }, cluster, old) => {
  if (old || cluster.get('Endpoints', namespace, name)) return []
  const service = cluster.get<Service>('Service', namespace, name)
  return service ? [service] : []
}
