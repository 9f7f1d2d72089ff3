import type { Endpoints, Service } from '../api/generated/types.ts'
import type { Labels } from '../api/meta.ts'
import { isHeadless } from '../api/resources/service/kinds.ts'
import { omit } from '../util/omit.ts'
import { sameJson } from '../util/same-json.ts'
import { create, defineController, update } from './controller.ts'
import { truncated } from './endpoints/capacity.ts'
import { serviceOfDeleted } from './endpoints/service-of-deleted.ts'
import { listedPods, subsetsOf } from './endpoints/subsets.ts'
import { selectedPods, selectsPods, servicesOfPod } from './service/selected-pods.ts'
import { triggerTime, withTriggerTime } from './service/trigger-time.ts'

const overCapacity = 'endpoints.kubernetes.io/over-capacity'

/** Keeps the Endpoints of each Service that selects pods. Those of a Service that selects none are left as they are. */
export const endpointsController = defineController<Service>({
  name: 'endpoints',
  reconciles: 'Service',
  watches: { Pod: servicesOfPod, Endpoints: serviceOfDeleted },

  reconcile(service, cluster) {
    if (!selectsPods(service)) return []
    const { name, namespace } = service.metadata
    const pods = listedPods(service, selectedPods(service, cluster))
    const all = subsetsOf(service, pods)
    const fitting = truncated(all)
    const subsets = fitting ?? all
    const labels = labelsOf(service)
    const current = cluster.get<Endpoints>('Endpoints', namespace, name)
    const isCut = current?.metadata.annotations?.[overCapacity] === 'truncated'
    const isRight = sameJson(current?.metadata.labels, labels) && isCut === (fitting !== undefined)
    if (current && isRight && sameJson(current.subsets ?? [], subsets)) return []
    const time = triggerTime({ service, pods, known: current && namesIn(current), now: cluster.now })
    const others = withTriggerTime(omit(current?.metadata.annotations ?? {}, overCapacity) as Labels, time)
    const annotations = fitting ? { ...others, [overCapacity]: 'truncated' } : others
    const object = { apiVersion: 'v1', kind: 'Endpoints', subsets }
    return current
      ? [update({ ...current, ...object, metadata: { ...current.metadata, labels, annotations } })]
      : [create({ ...object, metadata: { name, namespace, labels, annotations } })]
  },
})

const labelsOf = (service: Service): Labels => ({
  ...service.metadata.labels,
  'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
  ...(isHeadless(service) && { 'service.kubernetes.io/headless': '' }),
})

const namesIn = ({ subsets = [] }: Endpoints): ReadonlySet<string | undefined> =>
  new Set(
    subsets.flatMap(({ addresses = [], notReadyAddresses = [] }) =>
      [...addresses, ...notReadyAddresses].map(({ targetRef }) => targetRef?.name),
    ),
  )
