import type { Ingress } from '../../../api/generated/types.ts'
import type { Finding, WhyContext } from '../check.ts'
import { command, nameOf } from '../commands.ts'
import { backendsOf } from '../ingress-backends.ts'

/** A host that an Ingress serves: its rules go by the Host header, and give the name no address. */
export const ingressHost = (host: string, context: WhyContext): Finding | undefined => {
  const plain = host.toLowerCase().replace(/\.$/, '')
  const ingress = context.view
    .list<Ingress>('Ingress')
    .find(({ spec }) => spec?.rules?.some(rule => rule.host === plain))
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
  const [backend] = backendsOf(ingress)
  const { name, port } = backend ?? {}
  return name ? [command(context, `curl http://${name}:${port?.number ?? 80}/`, ingress.metadata.namespace)] : []
}
