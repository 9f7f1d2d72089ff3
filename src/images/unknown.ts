import type { Behaviour } from '../api/behaviour.ts'
import type { Process } from './running.ts'

/** A container of an image that nobody knows: it listens on its declared ports, or on all, and says who it is. */
export const unknownBehaviour = ({ pod, container }: Process): Behaviour => ({
  listens: declaredPorts(container),
  respond: () => ({
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `${container.image ?? container.name} on ${pod.metadata.name}\n`,
  }),
})

export const declaredPorts = ({ ports }: Process['container']): readonly number[] | 'all' => {
  const declared = (ports ?? []).filter(({ protocol = 'TCP' }) => protocol === 'TCP')
  return ports?.length ? declared.map(({ containerPort }) => containerPort) : 'all'
}
