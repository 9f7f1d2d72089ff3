import { asking } from '../asking.ts'
import type { Finding, WhyContext } from '../check.ts'
import { readings } from '../service-names.ts'

/** A part of a name with a dot at its end, which keeps the search list from it. */
export const dotted = (host: string, context: WhyContext): Finding | undefined => {
  const plain = host.replace(/\.$/, '')
  if (plain === host) return undefined
  const meant = readings(plain, context.target.namespace, context).find(
    ({ name, namespace }) => context.view.get('Service', namespace, name) !== undefined,
  )
  if (!meant || plain.endsWith(`.${context.settings.clusterDomain}`)) return undefined
  return {
    about: host,
    cause: 'the dot at its end says that it is a whole name: nobody adds the search list to it',
    evidence: [`without the dot it means service/${meant.name} in ${meant.namespace}`],
    mend: [asking(plain, context)],
  }
}
