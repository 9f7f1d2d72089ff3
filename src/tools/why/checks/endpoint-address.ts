import type { EndpointSlice, Endpoints, Pod, Service } from '../../../api/generated/types.ts'
import { contains } from '../../../util/ip.ts'
import { type Finding, serviceCheck, type WhyContext } from '../check.ts'
import { command, listed, nameOf, patching } from '../commands.ts'
import { isOpen } from '../open-ports.ts'
import { selects, servingPods, slicesOf } from '../pods.ts'

/** Endpoints made by hand that are a pod's address no more, are not open, or were said not to be ready. */
export const endpointAddress = serviceCheck('endpoint-address', (service, context) => {
  const slices = slicesOf(context.view, service)
  if (selects(service) || slices.length === 0) return []
  const dead = slices.flatMap(slice => deadOf(slice, context))
  if (dead.length > 0) return [wrongAddress(service, dead, context)]
  const all = slices.flatMap(({ endpoints }) => endpoints ?? [])
  const isSaidUnready = all.length > 0 && all.every(({ conditions }) => conditions?.ready === false)
  return isSaidUnready && !service.spec.publishNotReadyAddresses ? [unready(service, slices, context)] : []
})

interface Dead {
  readonly address: string
  readonly port: number
  readonly why: string
}

const deadOf = ({ endpoints, ports }: EndpointSlice, context: WhyContext): readonly Dead[] =>
  (endpoints ?? []).flatMap(({ addresses = [] }) =>
    addresses.flatMap(address =>
      (ports ?? []).flatMap(({ port = 0, protocol = 'TCP' }) => {
        const why = protocol === 'TCP' ? fault(address, port, context) : undefined
        return why === undefined ? [] : [{ address, port, why }]
      }),
    ),
  )

/** Of hosts beyond the cluster nothing is known here. */
const fault = (address: string, port: number, context: WhyContext): string | undefined => {
  const { podRange } = context.settings
  const pod = context.view.list<Pod>('Pod').find(({ status, spec }) => !spec.hostNetwork && status?.podIP === address)
  if (pod) return isOpen(context, pod, port) ? undefined : `pod ${pod.metadata.name} does not listen on port ${port}`
  return podRange && contains(podRange, address) ? `no pod has the address ${address}` : undefined
}

const wrongAddress = (service: Service, dead: readonly Dead[], context: WhyContext): Finding => {
  const { name, namespace } = service.metadata
  const causes = [...new Set(dead.map(({ why }) => why))]
  const port = dead[0]?.port ?? 80
  const pods = servingPods(context.view.list<Pod>('Pod', namespace)).filter(pod => isOpen(context, pod, port))
  const [right] = pods
  return {
    about: nameOf(context, service),
    cause: `its hand-made endpoints lead nowhere: ${listed(causes)}`,
    evidence: [
      `its endpoints are ${listed(dead.map(one => `${one.address}:${one.port}`))}`,
      ...(right ? [`pod ${right.metadata.name} listens on ${right.status?.podIP}:${port}`] : []),
    ],
    mend: right ? readdressed(service, right, context) : selecting({ name, namespace, port }, service, context),
  }
}

const readdressed = (service: Service, pod: Pod, context: WhyContext): readonly string[] => {
  const { name, namespace } = service.metadata
  const ip = pod.status?.podIP ?? ''
  const endpoints = context.view.get<Endpoints>('Endpoints', namespace, name)
  if (endpoints) {
    const subsets = (endpoints.subsets ?? []).map(({ ports }) => ({ addresses: [{ ip }], ports }))
    return [patching(context, endpoints, { subsets: subsets.slice(0, 1) }, 'merge')]
  }
  return slicesOf(context.view, service).map(slice =>
    patching(context, slice, { endpoints: [{ addresses: [ip] }] }, 'merge'),
  )
}

/** A pod that a selector finds, which keeps the endpoints right from then on. */
const selecting = (
  { name, namespace, port }: { readonly name: string; readonly namespace: string | undefined; readonly port: number },
  service: Service,
  context: WhyContext,
): readonly string[] => [
  command(context, `run ${name} --image=nginx --port=${port} --labels=app=${name}`, namespace),
  ...slicesOf(context.view, service).map(({ metadata }) =>
    command(context, `delete endpointslice ${metadata.name}`, namespace),
  ),
  patching(context, service, {
    spec: { selector: { app: name }, ports: [{ port: service.spec.ports?.[0]?.port ?? 80, targetPort: 80 }] },
  }),
]

const unready = (service: Service, slices: readonly EndpointSlice[], context: WhyContext): Finding => ({
  about: nameOf(context, service),
  cause: 'its hand-made endpoints say of themselves that they are not ready, so none gets traffic',
  evidence: slices.map(({ metadata }) => `conditions.ready is false in endpointslice/${metadata.name}`),
  mend: slices.map(slice => {
    const endpoints = (slice.endpoints ?? []).map(({ conditions: _, ...endpoint }) => endpoint)
    return patching(context, slice, { endpoints }, 'merge')
  }),
})
