import type { Service } from '../../../api/generated/types.ts'
import { type Resolution, resolve } from '../../../dns/resolver/resolve.ts'
import { ipVersion } from '../../../util/ip.ts'
import { outsideOf } from '../../outside.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { listed } from '../commands.ts'
import { doesNotForward } from '../dns/corefile.ts'
import { dotted } from '../name/dotted.ts'
import { asksCluster, foreignDns } from '../name/foreign-dns.ts'
import { ingressHost } from '../name/ingress-host.ts'
import { knownService } from '../name/known-service.ts'
import { noService } from '../name/no-service.ts'
import { nodeName } from '../name/node-name.ts'
import { otherService } from '../name/other-service.ts'
import { stoppedQuestion } from '../name/stopped-question.ts'
import { unknownName } from '../name/unknown.ts'
import { wrongForm } from '../name/wrong-form.ts'
import { readings } from '../service-names.ts'

/** A name that does not resolve: of another namespace, misspelt, or not there. */
export const names = defineCheck({
  name: 'name',
  applies: ({ host }) => host !== undefined && ipVersion(host) === 0,
  async find(context) {
    const { host = '' } = context.target
    const resolution = await resolve(context.world, host)
    if (resolution.addresses.length > 0) return []
    const findings = await reason(host, resolution, context)
    const evidence = [`${host} gives ${resolution.outcome.toUpperCase()}; asked were ${listed(asked(resolution), 6)}`]
    return findings.map(finding => ({ ...finding, evidence: [...evidence, ...finding.evidence] }))
  },
})

const asked = ({ steps }: Resolution): readonly string[] => [...new Set(steps.map(({ question }) => question.name))]

const reason = async (host: string, { outcome }: Resolution, context: WhyContext): Promise<readonly Finding[]> => {
  if (outcome === 'timeout') {
    const stopped = await stoppedQuestion(host, context)
    const isTold = context.found.some(({ check }) => check === 'dns')
    return stopped || isTold || asksCluster(context) ? some(stopped) : foreignDns(host, context)
  }
  if (outcome === 'servfail' && isOfOutside(host, context)) return [doesNotForward(host, context)]
  return outcome === 'nxdomain' || outcome === 'nodata' || outcome === 'servfail' ? unresolved(host, context) : []
}

const isOfOutside = (host: string, { view }: WhyContext): boolean =>
  outsideOf(view).names().includes(host.toLowerCase().replace(/\.$/, ''))

const unresolved = (host: string, context: WhyContext): readonly Finding[] => {
  const other = ingressHost(host, context) ?? nodeName(host, context) ?? dotted(host, context)
  if (other) return [other]
  const all = readings(host, context.target.namespace, context)
  if (all.length > 0 && !asksCluster(context)) return foreignDns(host, context)
  for (const reading of all) {
    const service = context.view.get<Service>('Service', reading.namespace, reading.name)
    if (service) return knownService(reading, service, context)
  }
  return [
    wrongForm(host, context) ??
      noService(host, all, context) ??
      otherService(host, all, context) ??
      unknownName(host, context),
  ]
}

const some = (finding: Finding | undefined): readonly Finding[] => (finding ? [finding] : [])
