import type { Ingress } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { columns } from './ingress/columns.ts'
import { withDefaultClass } from './ingress/default-class.ts'
import { describe } from './ingress/describe.ts'
import { checkClasses, classAnnotation, validate, validateStatus } from './ingress/validation.ts'

export const ingress = defineResource<Ingress>({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'Ingress',
  plural: 'ingresses',
  shortNames: ['ing'],
  namespaced: true,
  hasStatus: true,

  withDefaults: object => ({ ...object, status: { loadBalancer: {}, ...object.status } }),
  admit: (object, context, old) => (old ? object : withDefaultClass(object, context)),
  validate: object => [...validate(object), ...checkClasses(object)],
  validateUpdate: object => validate(object),
  validateStatus,
  warnings: ({ metadata }, old) =>
    old || metadata.annotations?.[classAnnotation] === undefined
      ? []
      : [`annotation "${classAnnotation}" is deprecated, please use 'spec.ingressClassName' instead`],

  columns,
  describe,
})
