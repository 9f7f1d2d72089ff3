import type { Ingress, IngressClass } from '../../api/generated/types.ts'
import type { Finding, WhyContext } from './check.ts'
import { command, listed, nameOf, patching } from './commands.ts'

const defaultClass = 'ingressclass.kubernetes.io/is-default-class'

/** An Ingress that no controller looks after: its class is not there, or it has none. */
export const unserved = (ingress: Ingress, context: WhyContext): readonly Finding[] => {
  const classes = context.view.list<IngressClass>('IngressClass')
  const names = classes.map(({ metadata }) => metadata.name)
  const wanted = ingress.spec?.ingressClassName ?? ingress.metadata.annotations?.['kubernetes.io/ingress.class']
  if (wanted !== undefined && names.includes(wanted)) return []
  const about = nameOf(context, ingress)
  if (names.length === 0) {
    return [
      {
        about,
        cause: 'no controller serves it: this cluster has no ingress controller, so nobody acts on its rules',
        evidence: ['there is no IngressClass', 'a cluster with a controller takes the same manifests'],
        mend: [command(context, 'cluster create with-ingress --ingress')],
      },
    ]
  }
  const meant = classes.find(({ metadata }) => metadata.annotations?.[defaultClass] === 'true') ?? classes[0]
  return [
    {
      about,
      cause:
        wanted === undefined ? 'it names no class, so no controller serves it' : `there is no IngressClass ${wanted}`,
      evidence: [`the cluster has ${listed(names)}`],
      mend: [patching(context, ingress, { spec: { ingressClassName: meant?.metadata.name } }, 'merge')],
    },
  ]
}
