import type { Pod } from '../../api/generated/types.ts'

/** The keys of a ConfigMap or Secret that a pod refers to by name. */
export const keysOf = (
  { spec }: Pod,
  { kind, name }: { readonly kind: 'ConfigMap' | 'Secret'; readonly name: string },
): readonly string[] => {
  const ofEnvironment = [...(spec.initContainers ?? []), ...spec.containers].flatMap(({ env = [] }) =>
    env.flatMap(({ valueFrom }) => {
      const reference = kind === 'Secret' ? valueFrom?.secretKeyRef : valueFrom?.configMapKeyRef
      return reference?.name === name ? [reference.key] : []
    }),
  )
  const ofVolumes = (spec.volumes ?? []).flatMap(({ configMap, secret, projected }) => {
    const own = [
      ...(kind === 'Secret' ? [{ name: secret?.secretName, items: secret?.items }] : [configMap]),
      ...(projected?.sources ?? []).map(source => (kind === 'Secret' ? source.secret : source.configMap)),
    ]
    return own.flatMap(source => (source?.name === name ? (source.items ?? []).map(({ key }) => key) : []))
  })
  return [...new Set([...ofEnvironment, ...ofVolumes])]
}
