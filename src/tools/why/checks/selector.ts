import type { Pod, Service } from '../../../api/generated/types.ts'
import { matchesLabels } from '../../../api/labels.ts'
import type { Labels } from '../../../api/meta.ts'
import { type Finding, serviceCheck, type WhyContext } from '../check.ts'
import { applying, command, labelText, listed, nameOf, patching, quoted } from '../commands.ts'
import { nearestLabels, onlyLabels, partOfLabels } from '../nearest-labels.ts'
import { podsOf, selects, servicesOf } from '../pods.ts'
import { workloadTrouble } from '../workload-trouble.ts'
import { workloads } from '../workloads.ts'

/** A selector that matches no pod, and what it nearly matches. */
export const selector = serviceCheck('selector', (service, context) => {
  // Why a workload has no pods was told when it was asked about, and why nothing is made in a namespace that goes.
  const isTold = context.found.some(({ check }) => check === 'workload' || check === 'namespace')
  if (isTold || !selects(service) || podsOf(context.view, service).length > 0) return []
  return [
    emptyWorkload(service, context) ??
      slip(service, context, nearestLabels) ??
      slip(service, context, partOfLabels) ??
      strayed(service, context) ??
      slip(service, context, onlyLabels) ??
      elsewhere(service, context) ??
      nothing(service, context),
  ]
})

const facts = ({ metadata, spec }: Service): readonly string[] => [
  `the selector is ${labelText(spec.selector)}`,
  `no pod in namespace ${metadata.namespace} has these labels`,
]

/** A workload whose pods the Service would select, if it had any. */
const emptyWorkload = (service: Service, context: WhyContext): Finding | undefined => {
  const maker = workloads(context.view, service.metadata.namespace).find(({ template }) =>
    matchesLabels(service.spec.selector, template.metadata?.labels),
  )
  if (!maker) return undefined
  const { cause, evidence, mend } = workloadTrouble(maker, context)
  return { about: nameOf(context, service), cause, evidence: [...facts(service), ...evidence], mend }
}

const slip = (service: Service, context: WhyContext, meant: typeof nearestLabels): Finding | undefined => {
  const { selector: wanted = {} } = service.spec
  const { namespace } = service.metadata
  const pods = context.view.list<Pod>('Pod', namespace)
  const found = meant(wanted, [
    ...pods.map(({ metadata }) => metadata.labels ?? {}),
    ...workloads(context.view, namespace).map(({ template }) => template.metadata?.labels ?? {}),
  ])
  if (!found) return undefined
  const { labels, differences } = found
  const have = pods
    .filter(({ metadata }) => matchesLabels(labels, metadata.labels))
    .map(({ metadata }) => metadata.name)
  return {
    about: nameOf(context, service),
    cause: `its selector matches no pod: ${differences.join(', and ')}`,
    evidence: [
      ...facts(service),
      ...(have.length > 0 ? [`${counted(have.length)} ${labelText(labels)}: ${listed(have)}`] : []),
    ],
    mend: [patching(context, service, { spec: { selector: replaced(wanted, labels) } }, 'merge')],
  }
}

const counted = (pods: number): string => (pods === 1 ? '1 pod has' : `${pods} pods have`)

/** A merge patch that makes one map of labels of another. */
const replaced = (old: Labels, labels: Labels): object => ({
  ...Object.fromEntries(Object.keys(old).map(key => [key, null])),
  ...labels,
})

/** Pods of another namespace that no Service there selects: they may be meant to be here. */
const strayed = (service: Service, context: WhyContext): Finding | undefined => {
  const pods = podsWith(service, context)
  const isServed = pods.some(pod => servicesOf(context.view, pod).length > 0)
  return isServed ? undefined : elsewhere(service, context)
}

const podsWith = ({ spec }: Service, { view }: WhyContext): readonly Pod[] =>
  view.list<Pod>('Pod').filter(({ metadata }) => matchesLabels(spec.selector, metadata.labels))

const elsewhere = (service: Service, context: WhyContext): Finding | undefined => {
  const { name, namespace } = service.metadata
  const [first] = podsWith(service, context)
  const home = first?.metadata.namespace
  if (!first || !home) return undefined
  const { view, settings } = context
  const pods = podsWith(service, context).filter(({ metadata }) => metadata.namespace === home)
  const there = view
    .list<Service>('Service', home)
    .find(other => selects(other) && podsOf(view, other).some(pod => pod.metadata.name === first.metadata.name))
  const alias = `${there?.metadata.name ?? name}.${home}.svc.${settings.clusterDomain}`
  const spec = { type: 'ExternalName', externalName: alias, selector: null, clusterIP: null, clusterIPs: null }
  return {
    about: nameOf(context, service),
    cause: `it is in namespace ${namespace}, its pods are in namespace ${home}: a Service selects pods of its own namespace`,
    evidence: [
      ...facts(service),
      `in namespace ${home} ${counted(pods.length)} them: ${listed(pods.map(({ metadata }) => metadata.name))}`,
    ],
    mend: [...(there ? [] : [applying(context, copyIn(service, home))]), patching(context, service, { spec }, 'merge')],
  }
}

const copyIn = ({ apiVersion, kind, metadata, spec }: Service, namespace: string) => ({
  apiVersion,
  kind,
  metadata: { name: metadata.name, namespace },
  spec: {
    selector: spec.selector,
    ports: (spec.ports ?? []).map(({ nodePort: _, ...port }) => port),
  },
})

const nothing = (service: Service, context: WhyContext): Finding => {
  const { name, namespace } = service.metadata
  const [port] = service.spec.ports ?? []
  const target = typeof port?.targetPort === 'number' ? port.targetPort : port?.port
  const labels = quoted(labelText(service.spec.selector))
  const image = target === 8080 ? 'gcr.io/kuar-demo/kuard-amd64:blue' : 'nginx'
  return {
    about: nameOf(context, service),
    cause: 'its selector matches no pod, and none has labels like these',
    evidence: facts(service),
    mend: [command(context, `run ${name} --image=${image} --port=${target ?? 80} --labels=${labels}`, namespace)],
  }
}
