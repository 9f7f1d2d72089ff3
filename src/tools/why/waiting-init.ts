import type { Container, Pod, Service } from '../../api/generated/types.ts'
import type { Around } from './around.ts'
import type { Finding } from './check.ts'
import { command } from './commands.ts'
import { exposing } from './exposing.ts'
import { readings } from './service-names.ts'

/** An init container that waits until a name resolves, and there is no Service of that name. */
export const waitingInit = (container: Container, { pod, context }: Around): Omit<Finding, 'about'> | undefined => {
  if (!(pod.spec.initContainers ?? []).includes(container)) return undefined
  const words = [...(container.command ?? []), ...(container.args ?? [])].join(' ')
  const [, host = ''] = /(?:nslookup|getent hosts|host) +([a-z0-9.-]+)/.exec(words) ?? []
  const [reading] = host ? readings(host, namespaceOf(pod), context) : []
  if (!reading || context.view.get<Service>('Service', reading.namespace, reading.name)) return undefined
  const { name, namespace } = reading
  const created = command(context, `create service clusterip ${name} --tcp=80`, namespace)
  return {
    cause: `init container ${container.name} waits for the name ${host}, and there is no Service ${name} in namespace ${namespace}`,
    evidence: [`it runs: ${words}`],
    mend: [exposing(reading, 80, context) ?? created],
  }
}

const namespaceOf = ({ metadata }: Pod): string => metadata.namespace ?? ''
