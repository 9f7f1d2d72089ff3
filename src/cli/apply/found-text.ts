import { formatApiVersion } from '../../api/meta.ts'
import { goQuote } from '../../util/go-quote.ts'
import type { Found } from '../selection/find-objects.ts'

/** Which object is meant, in the two lines that kubectl's longer errors have for it. */
export const foundText = ({ resource, namespace = '', name }: Found): string => {
  const { group, version, plural, kind } = resource
  const api = group ? formatApiVersion(group, version) : `/${version}`
  const mapping = `Resource: ${goQuote(`${api}, Resource=${plural}`)}, GroupVersionKind: ${goQuote(`${api}, Kind=${kind}`)}`
  return `${mapping}\nName: ${goQuote(name)}, Namespace: ${goQuote(namespace)}`
}
