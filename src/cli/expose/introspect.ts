import type { Exposure } from '../../api/exposure.ts'
import type { KubeObject, Labels } from '../../api/meta.ts'
import { objectKindName, type Resource } from '../../api/resource.ts'
import { parseLabelPairs } from '../generators/label-pairs.ts'
import type { ExposeFlags } from './flags.ts'
import type { WantedPort } from './service.ts'

/** What a Service is to select and to be labelled with, and its ports: of the flags, else of the object. */
export interface Wanted {
  readonly selector: Labels
  readonly labels: Labels
  readonly ports: readonly string[]
}

export const exposureOf = (resource: Resource): Exposure<KubeObject> => {
  if (!resource.exposure) throw new Error(`cannot expose a ${objectKindName(resource)}`)
  return resource.exposure
}

/** `before` is what an earlier object of the same command has settled: as in kubectl, it counts for the later ones. */
export const introspect = (
  object: KubeObject,
  exposure: Exposure<KubeObject>,
  flags: ExposeFlags,
  before: Wanted | undefined,
): Wanted => ({
  selector: before?.selector ?? (flags.selector ? parseLabelPairs(flags.selector) : selectorOf(object, exposure)),
  ports: before?.ports ?? (flags.port ? flags.port.split(',') : portsOf(object, exposure, flags)),
  labels: before?.labels ?? (flags.labels ? parseLabelPairs(flags.labels) : (object.metadata.labels ?? {})),
})

const selectorOf = (object: KubeObject, exposure: Exposure<KubeObject>): Labels => {
  try {
    return exposure.selector(object)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`couldn't retrieve selectors via --selector flag or introspection: ${why}`)
  }
}

const portsOf = (object: KubeObject, exposure: Exposure<KubeObject>, { clusterIp }: ExposeFlags): readonly string[] => {
  const ports = [...new Set(exposure.ports(object).map(({ port }) => String(port)))]
  if (ports.length === 0 && clusterIp !== 'None') {
    throw new Error("couldn't find port via --port flag or introspection")
  }
  return ports
}

/** The ports as text, each with the protocols that the object speaks there. */
export const withProtocols = (
  ports: readonly string[],
  object: KubeObject,
  exposure: Exposure<KubeObject>,
): readonly WantedPort[] => {
  const spoken = exposure.ports(object)
  return ports.map(port => ({
    port,
    protocols: spoken.filter(each => String(each.port) === port).map(({ protocol }) => protocol),
  }))
}
