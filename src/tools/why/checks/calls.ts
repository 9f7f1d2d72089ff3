import type { Pod, Service } from '../../../api/generated/types.ts'
import { type HttpUrl, readUrl } from '../../http/url.ts'
import type { Around } from '../around.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { command, nameOf, patching } from '../commands.ts'
import { exposing } from '../exposing.ts'
import { openPorts, questionAt } from '../open-ports.ts'
import { ownerOf } from '../owner.ts'
import { servingPods } from '../pods.ts'
import { nearestService, readings, type ServiceName } from '../service-names.ts'

/** What the programs of pods ask others for, and do not get: a web application without its API. */
export const calls = defineCheck({
  name: 'calls',
  applies: ({ pods }) => pods.length > 0,
  async find(context) {
    const seen = new Set<string>()
    const findings: Finding[] = []
    for (const pod of servingPods(context.target.pods)) {
      for (const text of questionsOf(pod, context)) {
        const key = `${ownerOf(context, pod)?.metadata.uid ?? pod.metadata.name} ${text}`
        const url = readUrl(text)
        if (!url || seen.has(key)) continue
        seen.add(key)
        findings.push(...(await unanswered(url, text, { pod, context })))
      }
    }
    return findings
  },
})

const questionsOf = (pod: Pod, context: WhyContext): readonly string[] => {
  const open = openPorts(context, pod)
  return open === 'all' ? [] : [...new Set(open.flatMap(port => questionAt(context, pod, port) ?? []))]
}

const unanswered = async (url: HttpUrl, text: string, around: Around): Promise<readonly Finding[]> => {
  const { pod, context } = around
  const [first] = await context.follow(url, pod)
  if (!first) return []
  const missing = missingService(url, around) ?? missingPort(url, around)
  return [
    {
      about: nameOf(context, pod),
      cause: `it calls ${text}, in vain: ${missing ? missing.cause : first.cause}`,
      evidence: [`its program makes this request to answer its own`, ...first.evidence],
      mend: missing?.mend ?? first.mend,
    },
  ]
}

/** The program goes on to ask for the same name: so that is what has to lead somewhere. */
const missingService = (url: HttpUrl, { pod, context }: Around): Pick<Finding, 'cause' | 'mend'> | undefined => {
  const here = pod.metadata.namespace ?? ''
  const all = readings(url.host, here, context)
  const isThere = all.some(({ name, namespace }) => context.view.get<Service>('Service', namespace, name))
  const [reading] = all
  if (isThere || !reading || reading.host) return undefined
  const { name, namespace } = reading
  const cause = `there is no Service ${name} in namespace ${namespace}`
  const exposed = exposing(reading, url.port, context)
  if (exposed) return { cause, mend: [exposed] }
  const meant = nearestService(context, reading)
  return { cause, mend: meant ? alias(reading, meant, context) : [made(reading, url, context)] }
}

const missingPort = (
  { host, port }: HttpUrl,
  { pod, context }: Around,
): Pick<Finding, 'cause' | 'mend'> | undefined => {
  const [reading] = readings(host, pod.metadata.namespace ?? '', context)
  const service = reading && context.view.get<Service>('Service', reading.namespace, reading.name)
  const [own] = service?.spec.ports ?? []
  if (!own || service?.spec.clusterIP === 'None' || service?.spec.ports?.some(one => one.port === port))
    return undefined
  const { targetPort = own.port, protocol } = own
  const ports = [{ ...own, name: own.name ?? 'main' }, ...(service?.spec.ports ?? []).slice(1)]
  const added = { name: `port-${port}`, port, targetPort, protocol }
  return {
    cause: `Service ${service?.metadata.name} has no port ${port}`,
    mend: service ? [patching(context, service, { spec: { ports: [...ports, added] } }, 'merge')] : [],
  }
}

const alias = ({ name, namespace }: ServiceName, { metadata }: Service, context: WhyContext): readonly string[] => {
  const target = `${metadata.name}.${metadata.namespace}.svc.${context.settings.clusterDomain}`
  return [command(context, `create service externalname ${name} --external-name=${target}`, namespace)]
}

/** A server that has an answer to every path. */
const made = ({ name, namespace }: ServiceName, { port, path }: HttpUrl, context: WhyContext): string => {
  const image = path === '/' ? 'nginx' : 'traefik/whoami'
  return command(context, `run ${name} --image=${image} --port=${port} --expose`, namespace)
}
