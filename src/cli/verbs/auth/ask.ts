import { formatApiVersion, type KubeObject } from '../../../api/meta.ts'
import type { Resource } from '../../../api/resource.ts'
import type { Context } from '../../verb.ts'

/** Asks the cluster a question: creates an object that is answered and not stored. */
export const ask = async <T extends KubeObject>(
  resource: Resource,
  question: object,
  { client }: Pick<Context, 'client'>,
): Promise<T> => {
  const { group, version, kind } = resource
  const object = { kind, apiVersion: formatApiVersion(group, version), metadata: {}, ...question }
  return (await client.create({ resource }, object)) as T
}
