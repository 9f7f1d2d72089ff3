import type { Pod } from '../../api/generated/types.ts'
import type { WhyContext } from './check.ts'
import { changing } from './owner.ts'

/** The command that gives a port of a pod's first container a name. */
export const namingPort = (
  pod: Pod,
  { name, number }: { readonly name: string; readonly number: number },
  context: WhyContext,
): readonly string[] => {
  const [first] = pod.spec.containers
  const port = { name, containerPort: number }
  const change = { spec: { containers: [{ name: first?.name, ports: [port] }] } }
  return changing(context, pod, {
    change,
    spec: ({ containers: [own, ...others], ...spec }) => {
      const ports = (own?.ports ?? []).filter(({ containerPort }) => containerPort !== number)
      return { ...spec, containers: [...(own ? [{ ...own, ports: [...ports, port] }] : []), ...others] }
    },
  })
}
