import type { Service } from '../../../api/generated/types.ts'
import type { Finding } from '../check.ts'
import { curl, type Failed, isAtNode } from './failed.ts'

/** What no other check tells of: a Service without endpoints, a pod that refuses, is told of elsewhere. */
export const otherwise = (failed: Failed): Finding | undefined => {
  const { context, reason, port } = failed
  const { services, pods, name } = context.target
  if (services.length > 0 || pods.length > 0) return undefined
  const service = isAtNode(failed)
    ? context.view
        .list<Service>('Service')
        .find(({ spec }) => spec.ports?.some(one => one.port === port && one.nodePort))
    : undefined
  const right = service?.spec.ports?.find(one => one.port === port)?.nodePort
  if (right === undefined) return { about: name, cause: reason, evidence: [], mend: [] }
  return {
    about: name,
    cause: `port ${port} is the Service's: on nodes it is ${right}`,
    evidence: [reason],
    mend: [curl(failed, { port: right })],
  }
}
