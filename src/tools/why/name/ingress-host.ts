import type { Ingress } from '../../../api/generated/types.ts'
import type { Finding, WhyContext } from '../check.ts'
import { command, nameOf } from '../commands.ts'
import { backendsOf, type IngressBackend } from '../ingress-backends.ts'

/** A host that an Ingress serves: its rules go by the Host header, and give the name no address. */
export const ingressHost = (host: string, context: WhyContext): Finding | undefined => {
  const plain = host.toLowerCase().replace(/\.$/, '')
  const serving = context.view
    .list<Ingress>('Ingress')
    .filter(({ spec }) => spec?.rules?.some(rule => rule.host === plain))
  const ingress = serving.find(({ metadata }) => metadata.namespace === context.namespace) ?? serving[0]
  if (!ingress) return undefined
  const address = ingress.status?.loadBalancer?.ingress?.[0]?.ip
  return {
    about: host,
    cause: `it is a host of ${nameOf(context, ingress)}, which tells requests apart by it, but gives it no address in the DNS`,
    evidence: [
      address ? `the Ingress is reached at ${address}` : 'the Ingress has no address: no controller serves it',
    ],
    mend: address ? [command(context, `dns add ${plain} ${address}`)] : pastIt(ingress, context),
  }
}

/** Where nothing serves the Ingress, its Service can be asked. */
const pastIt = (ingress: Ingress, context: WhyContext): readonly string[] => {
  const { namespace } = ingress.metadata
  const isThere = ({ name }: IngressBackend): boolean => context.view.get('Service', namespace, name) !== undefined
  const { name, port } = backendsOf(ingress).find(isThere) ?? {}
  return name ? [command(context, `curl http://${name}:${port?.number ?? 80}/`, namespace)] : []
}
