import { matchesSelector, parseSelector, type Selector } from '../../api/selector-parser.ts'
import { argumentError, CorefileError } from '../corefile/corefile-error.ts'
import { type Directive, lastWord } from '../corefile/directive.ts'
import { normalizeZones, zonesOr } from '../corefile/normalize.ts'
import { fallthroughZones } from '../fallthrough.ts'
import { isReverse } from '../reverse.ts'

export type PodMode = 'disabled' | 'insecure' | 'verified'
type LabelMatcher = (labels: Readonly<Record<string, string>> | undefined) => boolean

/** What the block of `kubernetes` says. */
export interface KubernetesOptions {
  readonly zones: readonly string[]
  /** The first zone that is not of addresses: PTR records lead into it. */
  readonly primaryZone: string
  readonly pods: PodMode
  readonly endpointPodNames: boolean
  readonly ttl: number
  readonly endpoints: boolean
  readonly ignoreEmpty: boolean
  readonly zonal: boolean
  readonly namespaces: readonly string[]
  readonly labels?: LabelMatcher | undefined
  readonly namespaceLabels?: LabelMatcher | undefined
  /** Zones in which a name that does not exist is left to the next plugin. */
  readonly fallthrough: readonly string[]
  readonly multicluster: readonly string[]
}

type Change = (line: Directive, options: KubernetesOptions) => Partial<KubernetesOptions>

/** Reads the block; what it may not say is an error in CoreDNS's words. */
export const kubernetesOptions = (directive: Directive, blockZones: readonly string[]): KubernetesOptions => {
  const zones = zonesOr(directive.args, blockZones)
  const primaryZone = zones.find(zone => !isReverse(zone))
  if (primaryZone === undefined) throw new Error('non-reverse zone name must be used')
  let options: KubernetesOptions = { ...defaults, zones, primaryZone }
  for (const line of directive.body) {
    const change = Object.hasOwn(properties, line.name) ? properties[line.name] : undefined
    if (!change) throw new CorefileError(line, `unknown property '${line.name}'`)
    options = { ...options, ...change(line, options) }
  }
  return checked(directive, options)
}

const defaults = {
  pods: 'disabled',
  endpointPodNames: false,
  ttl: 5,
  endpoints: true,
  ignoreEmpty: false,
  zonal: false,
  namespaces: [],
  fallthrough: [],
  multicluster: [],
} as const

const checked = (directive: Directive, options: KubernetesOptions): KubernetesOptions => {
  const end = { ...directive, line: directive.body.at(-1)?.line ?? directive.line }
  if (options.namespaces.length > 0 && options.namespaceLabels) {
    throw new CorefileError(end, 'namespaces and namespace_labels cannot both be set')
  }
  const foreign = options.multicluster.find(zone => !options.zones.includes(zone))
  if (foreign !== undefined) {
    const zones = `(authoritative zones: [${options.zones.join(' ')}])`
    throw new CorefileError(end, `is not authoritative for the multicluster zone ${foreign} ${zones}`)
  }
  if (options.zonal && !options.endpoints) {
    throw new CorefileError(end, 'zonal requires the endpoint cache; remove noendpoints')
  }
  return options
}

const wrong = (line: Directive): Error => argumentError({ ...line, lastWord: lastWord(line) })

const flag =
  (change: Partial<KubernetesOptions>): Change =>
  line => {
    if (line.args.length > 0) throw wrong(line)
    return change
  }

const words = (line: Directive): readonly string[] => {
  if (line.args.length === 0) throw wrong(line)
  return line.args
}

const accepted =
  (...counts: readonly number[]): Change =>
  line => {
    if (!counts.includes(line.args.length)) throw wrong(line)
    return {}
  }

const some: Change = line => {
  words(line)
  return {}
}

const pods: Change = line => {
  const [mode] = line.args
  if (mode === undefined || line.args.length > 1) throw wrong(line)
  if (mode !== 'disabled' && mode !== 'insecure' && mode !== 'verified') {
    throw new Error(`wrong value for pods: ${mode},  must be one of: disabled, verified, insecure`)
  }
  return { pods: mode }
}

const ttl: Change = line => {
  const [text = ''] = words(line)
  if (!/^[+-]?\d+$/.test(text)) throw new Error(`strconv.Atoi: parsing "${text}": invalid syntax`)
  const seconds = Number(text)
  if (seconds < 0 || seconds > 3600) throw new CorefileError(line, `ttl must be in range [0, 3600]: ${seconds}`)
  return { ttl: seconds }
}

const selector = (line: Directive, what: string): LabelMatcher => {
  const text = words(line).join(' ')
  const terms = parsed(text, what)
  return labels => matchesSelector(terms, labels)
}

const parsed = (text: string, what: string): Selector => {
  try {
    return parseSelector(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`unable to parse ${what} selector value: '${text}': ${reason}`)
  }
}

const ignore: Change = line => {
  const [what] = line.args
  if (what !== undefined && what !== 'empty_service') throw new Error(`unable to parse ignore value: '${what}'`)
  return what === undefined ? {} : { ignoreEmpty: true }
}

const properties: Readonly<Record<string, Change>> = {
  endpoint_pod_names: flag({ endpointPodNames: true }),
  noendpoints: flag({ endpoints: false }),
  zonal: flag({ zonal: true }),
  pods,
  ttl,
  ignore,
  namespaces: (line, options) => ({ namespaces: [...options.namespaces, ...words(line)] }),
  labels: line => ({ labels: selector(line, 'label') }),
  namespace_labels: line => ({ namespaceLabels: selector(line, 'namespace_label') }),
  fallthrough: line => ({ fallthrough: fallthroughZones(line.args) }),
  multicluster: line => ({ multicluster: line.args.flatMap(normalizeZones) }),
  endpoint: some,
  tls: accepted(3),
  kubeconfig: accepted(1, 2),
  startup_timeout: some,
  apiserver_qps: accepted(1),
  apiserver_burst: accepted(1),
  apiserver_max_inflight: accepted(1),
}
