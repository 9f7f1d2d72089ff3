import type { Service } from '../../generated/types.ts'
import type { WriteContext } from '../../resource.ts'
import { withAddresses } from './addresses.ts'
import { withFamilies } from './families.ts'
import { inherit } from './inherit.ts'
import { withNodePorts } from './node-ports.ts'

/**
 * Gives a Service its addresses and node ports. What the old form had and the new one lacks is free once the new one is
 * stored. The first fault ends it, before anything is validated.
 */
export const allocate = (service: Service, context: WriteContext, old?: Service): Service => {
  const known = inherit(service, old)
  const addressed = withAddresses(withFamilies(known, context.settings, old), context, old)
  return withNodePorts(addressed, context, old)
}
