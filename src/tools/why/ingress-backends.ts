import type { Ingress, IngressServiceBackend, IngressSpec } from '../../api/generated/types.ts'

/** A Service that an Ingress sends requests to. */
export interface IngressBackend extends IngressServiceBackend {
  /** What is sent there: `shop.example/cart`, or `the rest`. */
  readonly path: string
}

/** All of an Ingress's backends that are Services, in order. */
export const backendsOf = ({ spec }: Ingress): readonly IngressBackend[] => {
  const last = spec?.defaultBackend?.service
  const ruled = (spec?.rules ?? []).flatMap(({ host = '*', http }) =>
    (http?.paths ?? []).flatMap(({ path = '/', backend: { service } }) =>
      service ? [{ ...service, path: `${host}${path}` }] : [],
    ),
  )
  return last ? [...ruled, { ...last, path: 'the rest' }] : ruled
}

type Change = (service: IngressServiceBackend) => IngressServiceBackend

/** The parts of an Ingress that name Services, with other ones in their place. */
export const withServices = ({ spec }: Ingress, change: Change): Pick<IngressSpec, 'defaultBackend' | 'rules'> => {
  const { defaultBackend, rules } = spec ?? {}
  const changed = <T extends { readonly service?: IngressServiceBackend | undefined }>(backend: T): T =>
    backend.service ? { ...backend, service: change(backend.service) } : backend
  return {
    ...(defaultBackend ? { defaultBackend: changed(defaultBackend) } : {}),
    ...(rules
      ? {
          rules: rules.map(({ http, ...rule }) =>
            http
              ? { ...rule, http: { paths: http.paths.map(path => ({ ...path, backend: changed(path.backend) })) } }
              : rule,
          ),
        }
      : {}),
  }
}
