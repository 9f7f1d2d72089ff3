import type { Pod, Service } from '../../../api/generated/types.ts'
import { addressesIn } from '../../../dns/resolver/hosts-file.ts'
import { askServers } from '../../../dns/resolver/resolve.ts'
import { searchWalk } from '../../../dns/resolver/search-list.ts'
import { ipVersion } from '../../../util/ip.ts'
import { asking } from '../asking.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { clientPod } from '../client-pod.ts'
import { listed as listedWords, nameOf } from '../commands.ts'
import { changing } from '../owner.ts'

/** A name that means two things: what the search list finds first hides the other. */
export const shadowed = defineCheck({
  name: 'shadowed',
  applies: ({ host, services }) => (host !== undefined && ipVersion(host) === 0) || services.length > 0,
  async find(context) {
    const { host, services, namespace } = context.target
    const [service] = services
    if (host !== undefined) return meanings(host, context)
    if (!service || service.metadata.namespace !== namespace) return []
    // The shortest name by which another namespace calls it.
    return meanings(`${service.metadata.name}.${namespace}`, { ...context, from: '' })
  },
})

const meanings = async (host: string, context: WhyContext) => {
  const { world } = context
  const listed = addressesIn(world.hosts, host)
  if (listed.length > 0) return byHosts(host, listed, context)
  if (host.endsWith('.')) return []
  const { names } = searchWalk(host, world.resolvConf, world.libc)
  const found: { readonly name: string; readonly addresses: readonly string[] }[] = []
  for (const name of names) {
    const addresses = await addressesOf(name, context)
    if (addresses.length > 0 && !found.some(other => sameSet(other.addresses, addresses)))
      found.push({ name, addresses })
  }
  const [first, second] = found
  if (!first || !second) return []
  const ndots = world.resolvConf.options.ndots
  return [
    {
      about: host,
      cause: `${host} means ${absolute(first.name)} here, which hides ${absolute(second.name)}`,
      evidence: [
        ...found.map(({ name, addresses }) => `${absolute(name)} is ${listedWords(addresses)}`),
        `with ndots:${ndots} the names are asked in this order: ${listedWords(names, 6)}`,
      ],
      mend: [asking(absolute(second.name), context)],
    },
  ]
}

/** hostAliases of the asking pod, which nobody looks past. */
const byHosts = (host: string, addresses: readonly string[], context: WhyContext): readonly Finding[] => {
  const pod = clientPod(context)
  const [service] = context.target.services
  const isOwn = service?.spec.clusterIPs?.some(address => addresses.includes(address))
  if (!pod || !service || isOwn) return []
  if (pod.status?.podIP && addresses.includes(pod.status.podIP)) return [ownName(host, pod, service, context)]
  if (!pod.spec.hostAliases?.some(({ hostnames }) => hostnames?.includes(host))) return []
  return [
    {
      about: nameOf(context, pod),
      cause: `its hostAliases say that ${host} is ${listedWords(addresses)}, which hides ${nameOf(context, service)}`,
      evidence: [
        '/etc/hosts is looked at before the DNS is asked',
        `clusterIP of the Service is ${service.spec.clusterIP}`,
      ],
      mend: changing(context, pod, {
        change: { spec: { hostAliases: null } },
        spec: ({ hostAliases: _, ...spec }) => spec,
      }),
    },
  ]
}

/** A pod that is called as a Service of its namespace finds itself by that name. */
const ownName = (host: string, pod: Pod, service: Service, context: WhyContext): Finding => ({
  about: nameOf(context, pod),
  cause: `${host} is its own hostname, which hides ${nameOf(context, service)}: it asks itself`,
  evidence: [`/etc/hosts has ${host} as ${pod.status?.podIP}, and is looked at before the DNS is asked`],
  mend: [asking(`${service.metadata.name}.${service.metadata.namespace}`, context)],
})

const addressesOf = async (name: string, { world }: WhyContext): Promise<readonly string[]> => {
  const step = (await askServers(world, absolute(name), 'A')).at(-1)
  if (step?.exchange.outcome !== 'reply') return []
  return step.exchange.reply.answers.filter(({ type }) => type === 'A').map(({ data }) => data)
}

const absolute = (name: string): string => (name.endsWith('.') ? name : `${name}.`)

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every(one => right.includes(one))
