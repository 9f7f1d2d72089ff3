import type { Service } from '../../api/generated/types.ts'
import { aliasTarget } from './alias-chain.ts'
import type { WhyContext } from './check.ts'
import { readings, type ServiceName } from './service-names.ts'

/** The Service that an alias means by a part of its name only, as `web` or `web.shop`. */
export const shortAlias = (service: Service, context: WhyContext): ServiceName | undefined => {
  const { metadata, spec } = service
  if (aliasTarget(service, context.settings)) return undefined
  const target = (spec.externalName ?? '').replace(/\.$/, '')
  return readings(target, metadata.namespace ?? '', context).find(
    ({ host, name, namespace }) =>
      host === undefined &&
      context.view.get('Service', namespace, name) !== undefined &&
      !(name === metadata.name && namespace === metadata.namespace),
  )
}
