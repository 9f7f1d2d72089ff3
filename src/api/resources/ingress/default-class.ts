import { compareBytes } from '../../../util/compare.ts'
import type { Ingress, IngressClass } from '../../generated/types.ts'
import type { WriteContext } from '../../resource.ts'
import { isDefaultIngressClass } from '../ingress-class.ts'
import { classAnnotation } from './validation.ts'

/** A new Ingress that names no class gets the default one, of several the youngest. */
export const withDefaultClass = (object: Ingress, { cluster }: WriteContext): Ingress => {
  if (object.spec?.ingressClassName !== undefined || object.metadata.annotations?.[classAnnotation]) return object
  const found = cluster
    .list<IngressClass>('IngressClass')
    .filter(isDefaultIngressClass)
    .toSorted((left, right) => compareBytes(ageOf(right), ageOf(left)))[0]
  return found ? { ...object, spec: { ...object.spec, ingressClassName: found.metadata.name } } : object
}

const ageOf = ({ metadata }: IngressClass): string => metadata.creationTimestamp ?? ''
