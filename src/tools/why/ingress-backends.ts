import type { Ingress, IngressServiceBackend } from '../../api/generated/types.ts'

/** A Service that an Ingress sends requests to. */
export interface IngressBackend extends IngressServiceBackend {
  /** What is sent there: `shop.example/cart`, or `the rest`. */
  readonly path: string
  /** Where the Ingress names it, as a JSON pointer (RFC 6901). */
  readonly pointer: string
}

/** All of an Ingress's backends that are Services, in order. */
export const backendsOf = ({ spec }: Ingress): readonly IngressBackend[] => {
  const last = spec?.defaultBackend?.service
  const ruled = (spec?.rules ?? []).flatMap(({ host = '*', http }, rule) =>
    (http?.paths ?? []).flatMap(({ path = '/', backend: { service } }, index) => {
      const pointer = `/spec/rules/${rule}/http/paths/${index}/backend/service`
      return service ? [{ ...service, path: `${host}${path}`, pointer }] : []
    }),
  )
  return last ? [...ruled, { ...last, path: 'the rest', pointer: '/spec/defaultBackend/service' }] : ruled
}
