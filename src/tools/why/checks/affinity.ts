import { serviceCheck } from '../check.ts'
import { nameOf, patching } from '../commands.ts'
import { slicesOf } from '../pods.ts'

/** Session affinity: one client always meets the same of several endpoints. */
export const affinity = serviceCheck('affinity', (service, context) => {
  const { sessionAffinity, sessionAffinityConfig } = service.spec
  const ready = slicesOf(context.view, service)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready !== false)
  if (sessionAffinity !== 'ClientIP' || ready.length < 2) return []
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10800
  return [
    {
      about: nameOf(context, service),
      cause: `its sessionAffinity is ClientIP: all that a client sends goes to one of its ${ready.length} endpoints`,
      evidence: [`a client stays with an endpoint until it has been silent for ${seconds} s`],
      mend: [patching(context, service, { spec: { sessionAffinity: 'None' } })],
    },
  ]
})
