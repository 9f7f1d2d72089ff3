import type { ConfigMap } from '../../../api/generated/types.ts'
import { outsideOf } from '../../outside.ts'
import { asking } from '../asking.ts'
import type { Finding, WhyContext } from '../check.ts'
import { command } from '../commands.ts'
import { nearest } from '../near.ts'
import { readings } from '../service-names.ts'

/** A name that nobody has. */
export const unknownName = (host: string, context: WhyContext): Finding => {
  const [reading] = readings(host, context.target.namespace, context)
  const isService = reading && !host.replace(/\.$/, '').includes('.')
  if (isService) {
    const { url } = context.target
    const words = `run ${reading.name} --image=nginx --port=${url?.port ?? 80} --expose`
    return {
      about: host,
      cause: `there is no Service ${reading.name} in namespace ${reading.namespace}, nor one that is called nearly so`,
      evidence: [],
      mend: [command(context, words, reading.namespace)],
    }
  }
  return nearlyKnown(host, context) ?? ofNoZone(host, context)
}

/** A slip in a name of the outside. */
const nearlyKnown = (host: string, context: WhyContext): Finding | undefined => {
  const plain = host.toLowerCase().replace(/\.$/, '')
  const meant = nearest(
    plain,
    outsideOf(context.view)
      .names()
      .filter(name => isSlip(plain, name)),
  )
  if (meant === undefined) return undefined
  return {
    about: host,
    cause: `no zone knows this name; ${meant} may be meant`,
    evidence: [],
    mend: [asking(meant, context)],
  }
}

// A name with a label more or less is another name.
const isSlip = (left: string, right: string): boolean => left.split('.').length === right.split('.').length

const ofNoZone = (host: string, context: WhyContext): Finding => ({
  about: host,
  cause: 'no zone knows this name: neither the cluster, nor the internal network, nor the Internet as it is simulated',
  evidence: [],
  mend: [
    command(
      context,
      `dns add ${host.replace(/\.$/, '')} ${isOfCompany(host, context) ? '192.168.0.99 --zone=internal' : '203.0.114.1'}`,
    ),
  ],
})

/** Whether the company's own server would have to know the name. */
const isOfCompany = (host: string, { view }: WhyContext): boolean => {
  const zone = view.get<ConfigMap>('ConfigMap', 'kube-system', 'upstream-dns')?.data?.['internal.zone'] ?? ''
  const origins = [...zone.matchAll(/^\$ORIGIN\s+(\S+?)\.?\s*$/gm)].map(([, origin = '']) => origin)
  return origins.some(origin => host.replace(/\.$/, '').endsWith(`.${origin}`))
}
