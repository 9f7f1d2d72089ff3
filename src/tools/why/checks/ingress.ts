import type { Ingress, IngressServiceBackend, Service } from '../../../api/generated/types.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { command, listed, nameOf, patching } from '../commands.ts'
import { backendsOf, type IngressBackend } from '../ingress-backends.ts'
import { unserved } from '../ingress-class.ts'
import { nearest } from '../near.ts'

/** An Ingress that leads to no Service, or to no port of it, or that no controller serves. */
export const ingress = defineCheck({
  name: 'ingress',
  applies: ({ ingress }) => ingress !== undefined,
  find(context) {
    const { ingress } = context.target
    if (!ingress) return []
    const backends = backendsOf(ingress).flatMap(backend => trouble({ ingress, backend, context }))
    return [...distinct(backends), ...unserved(ingress, context)]
  },
})

/** A Service that is missing for several paths is missing once. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map(finding => [finding.cause, finding])).values(),
]

interface Given {
  readonly ingress: Ingress
  readonly backend: IngressBackend
  readonly context: WhyContext
}

const trouble = (given: Given): readonly Finding[] => {
  const { ingress, backend, context } = given
  const service = context.view.get<Service>('Service', ingress.metadata.namespace, backend.name)
  if (!service) return [noService(given)]
  return (service.spec.ports ?? []).some(port => isMeant(port, backend)) ? [] : [noPort(given, service)]
}

const isMeant = (
  has: { readonly name?: string | undefined; readonly port: number },
  { port }: IngressBackend,
): boolean => (port?.name === undefined ? has.port === port?.number : has.name === port.name)

const noService = ({ ingress, backend, context }: Given): Finding => {
  const { namespace } = ingress.metadata
  const names = context.view
    .list<Service>('Service', namespace)
    .map(({ metadata }) => metadata.name)
    .filter(name => name !== 'kubernetes')
  const elsewhere = context.view.list<Service>('Service').find(({ metadata }) => metadata.name === backend.name)
  const meant = nearest(backend.name, names) ?? (names.length === 1 && !elsewhere ? names[0] : undefined)
  return {
    about: nameOf(context, ingress),
    cause: elsewhere
      ? `its Service ${backend.name} is in namespace ${elsewhere.metadata.namespace}: an Ingress leads to Services of its own namespace, ${namespace}`
      : `there is no Service ${backend.name} in namespace ${namespace}${meant ? `; ${meant} may be meant` : ''}`,
    evidence: [`${backend.path} leads to ${backend.name}`, `the namespace has ${listed(names) || 'no Services'}`],
    mend: elsewhere
      ? aliased(elsewhere, backend, { namespace, context })
      : meant
        ? [
            corrected(
              { ingress, backend, context },
              { name: meant, port: portOf(meant, { ingress, backend, context }) },
            ),
          ]
        : [
            command(
              context,
              `run ${backend.name} --image=nginx --port=${backend.port?.number ?? 80} --expose`,
              namespace,
            ),
          ],
  }
}

/** The port that the Ingress names, if that Service has it, else its first one. */
const portOf = (name: string, { ingress, backend, context }: Given): IngressServiceBackend['port'] => {
  const { ports = [] } = context.view.get<Service>('Service', ingress.metadata.namespace, name)?.spec ?? {}
  const [first] = ports
  return ports.some(port => isMeant(port, backend)) || !first ? backend.port : { number: first.port }
}

/** A Service of the same name that leads to the other namespace. */
const aliased = (
  service: Service,
  { name, port }: IngressBackend,
  { namespace, context }: { readonly namespace: string | undefined; readonly context: WhyContext },
): readonly string[] => {
  const alias = `${name}.${service.metadata.namespace}.svc.${context.settings.clusterDomain}`
  const number = port?.number ?? service.spec.ports?.[0]?.port ?? 80
  return [command(context, `create service externalname ${name} --external-name=${alias} --tcp=${number}`, namespace)]
}

const noPort = (given: Given, service: Service): Finding => {
  const { ingress, backend, context } = given
  const ports = service.spec.ports ?? []
  const [only] = ports
  const meant = backend.port?.name
    ? (ports.find(
        ({ name }) =>
          name ===
          nearest(
            backend.port?.name ?? '',
            ports.flatMap(one => one.name ?? []),
          ),
      ) ?? only)
    : (ports.find(({ targetPort }) => targetPort === backend.port?.number) ?? only)
  const { name, port } = backend
  return {
    about: nameOf(context, ingress),
    cause: `Service ${name} has no port ${port?.name ?? port?.number}`,
    evidence: [
      `${backend.path} leads to port ${port?.name ?? port?.number} of ${name}`,
      `its ports are ${listed(ports.map(one => (one.name ? `${one.port} (${one.name})` : String(one.port))))}`,
    ],
    mend: meant ? [corrected(given, { name, port: { number: meant.port } })] : [],
  }
}

/** The same Service and port, wherever the Ingress names them, called otherwise. */
const corrected = ({ ingress, backend, context }: Given, right: IngressServiceBackend): string => {
  const same = ({ name, port }: IngressServiceBackend): boolean =>
    name === backend.name && port?.name === backend.port?.name && port?.number === backend.port?.number
  const value = { name: right.name, port: right.port }
  const operations = backendsOf(ingress)
    .filter(same)
    .map(({ pointer }) => ({ op: 'replace', path: pointer, value }))
  return patching(context, ingress, operations, 'json')
}
