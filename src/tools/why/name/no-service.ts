import type { Finding, WhyContext } from '../check.ts'
import { exposing } from '../exposing.ts'
import type { ServiceName } from '../service-names.ts'

/** A Deployment or a pod is called so, and no Service leads to it. */
export const noService = (host: string, readings: readonly ServiceName[], context: WhyContext): Finding | undefined => {
  for (const reading of readings) {
    const exposed = reading.host ? undefined : exposing(reading, context.target.url?.port ?? 80, context)
    if (!exposed) continue
    const { name, namespace } = reading
    return {
      about: host,
      cause: `there is no Service ${name} in namespace ${namespace}: pods have no name of a Service without one`,
      evidence: [`something is called ${name} there, and no Service of this name leads to it`],
      mend: [exposed],
    }
  }
  return undefined
}
