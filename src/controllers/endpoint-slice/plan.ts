import type { EndpointSlice, Pod, Service } from '../../api/generated/types.ts'
import { controllerReference, type Labels } from '../../api/meta.ts'
import { isHeadless } from '../../api/resources/service/kinds.ts'
import type { ClusterView } from '../../api/view.ts'
import { sameJson } from '../../util/same-json.ts'
import { type Family, mainFamily } from '../service/pod-endpoint.ts'
import { desiredGroups } from './desired.ts'
import { withHints } from './hints.ts'
import { repack } from './repack.ts'
import { isOwnedBy, portsKey, type SlicePlan, sliceLabels } from './slices.ts'

export const manager = 'endpointslice-controller.k8s.io'

interface Situation {
  readonly service: Service
  readonly pods: readonly Pod[]
  /** The slices that the controller manages for the Service. */
  readonly existing: readonly EndpointSlice[]
  readonly cluster: ClusterView
}

/** What has to be done so that a Service's slices tell of its pods. */
export const planFor = (situation: Situation): SlicePlan => {
  const families = familiesOf(situation.service)
  const plans = families.map(family => planForFamily(situation, family))
  const foreign = situation.existing.filter(({ addressType }) => !families.some(family => family === addressType))
  return {
    create: plans.flatMap(({ create }) => create),
    update: plans.flatMap(({ update }) => update),
    remove: [...foreign, ...plans.flatMap(({ remove }) => remove)],
  }
}

const familiesOf = (service: Service): readonly Family[] => {
  const { ipFamilies = [] } = service.spec
  return ipFamilies.length > 0 ? (ipFamilies as readonly Family[]) : [mainFamily(service)]
}

const planForFamily = ({ service, pods, existing, cluster }: Situation, family: Family): SlicePlan => {
  const slices = existing.filter(({ addressType }) => addressType === family)
  const owned = slices.filter(slice => isOwnedBy(slice, service))
  const labels = sliceLabels(service, { manager, isHeadless: isHeadless(service) })
  const groups = desiredGroups(service, pods, { family, cluster })
  const plans = [...groups].map(([key, group]) =>
    repack({
      existing: owned.filter(({ ports }) => portsKey(ports ?? []) === key),
      group,
      labels,
      fresh: () => newSlice(service, { family, labels, ports: group.ports }),
    }),
  )
  const stale = slices.filter(slice => !owned.includes(slice) || !groups.has(portsKey(slice.ports ?? [])))
  const remove = [...stale, ...plans.flatMap(plan => plan.remove)]
  const create = plans.flatMap(plan => plan.create)
  const update = plans.flatMap(plan => plan.update)
  const placeholder = newSlice(service, { family, labels, ports: [] })
  const plan =
    slices.length === remove.length && create.length === 0
      ? withPlaceholder(placeholder, { create, update, remove })
      : { create, update, remove }
  return recycled(hinted(plan, slices, service), service)
}

/** A Service without any endpoint has one empty slice. */
const withPlaceholder = (placeholder: EndpointSlice, plan: SlicePlan): SlicePlan => {
  const [only, ...others] = plan.remove
  if (only && others.length === 0 && isPlaceholder(only, placeholder)) return { ...plan, remove: [] }
  return { ...plan, create: [placeholder] }
}

const isPlaceholder = (slice: EndpointSlice, { metadata }: EndpointSlice): boolean =>
  (slice.endpoints ?? []).length === 0 &&
  (slice.ports ?? []).length === 0 &&
  sameJson(slice.metadata.labels, metadata.labels) &&
  sameJson(slice.metadata.ownerReferences, metadata.ownerReferences)

/** Slices that are not otherwise touched are, where their hints are no longer right. */
const hinted = (
  { create, update, remove }: SlicePlan,
  slices: readonly EndpointSlice[],
  service: Service,
): SlicePlan => {
  const touched = new Set([...update, ...remove].map(({ metadata }) => metadata.name))
  const corrected = slices.flatMap(slice => {
    if (touched.has(slice.metadata.name)) return []
    const right = withHints(slice, service)
    return right === slice ? [] : [right]
  })
  const withThem = (slice: EndpointSlice): EndpointSlice => withHints(slice, service)
  return { create: create.map(withThem), update: [...update.map(withThem), ...corrected], remove }
}

/** A slice to be made takes the place of one to be taken away. */
const recycled = ({ create, update, remove }: SlicePlan, service: Service): SlicePlan => {
  const made = [...create]
  const reused: EndpointSlice[] = []
  const gone = remove.filter(slice => {
    const next = isOwnedBy(slice, service) ? made.pop() : undefined
    if (next) reused.push({ ...next, metadata: { ...slice.metadata, labels: next.metadata.labels } })
    return !next
  })
  return { create: made, update: [...update, ...reused], remove: gone }
}

const newSlice = (
  service: Service,
  { family, labels, ports }: { family: Family; labels: Labels; ports: EndpointSlice['ports'] },
): EndpointSlice => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    name: '',
    generateName: `${service.metadata.name}-`,
    namespace: service.metadata.namespace,
    labels,
    ownerReferences: [controllerReference(service)],
  },
  addressType: family,
  endpoints: [],
  ports,
})
