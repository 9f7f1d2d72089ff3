import type { Pod } from '../../api/generated/types.ts'
import { badRequest } from '../../api/status-error.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'

export const readPod = async ({ client }: Call, { resource, namespace, name }: Place): Promise<Pod> =>
  (await client.get({ resource, namespace, name })) as Pod

/** The container that a query means. Throws BadRequest where it means none. */
export const containerOf = ({ spec, metadata }: Pod, { query }: Call): string => {
  const names = [...spec.containers, ...(spec.initContainers ?? [])].map(({ name }) => name)
  const wanted = query.get('container')
  if (wanted && !names.includes(wanted)) throw badRequest(`container ${wanted} is not valid for pod ${metadata.name}`)
  if (wanted) return wanted
  const [only = '', ...others] = spec.containers.map(({ name }) => name)
  if (others.length === 0) return only
  throw badRequest(
    `a container name must be specified for pod ${metadata.name}, choose one of: [${[only, ...others].join(' ')}]`,
  )
}
