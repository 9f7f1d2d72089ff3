import { ageColumn, column } from '../columns.ts'
import { eventLines } from '../describe/events.ts'
import { heading } from '../describe/heading.ts'
import { invalid } from '../field-error.ts'
import type { IngressClass } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { validate } from './ingress-class/validation.ts'

export const ingressClass = defineResource<IngressClass>({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'IngressClass',
  plural: 'ingressclasses',
  namespaced: false,
  hasGeneration: true,

  withDefaults: object => {
    const { parameters } = object.spec ?? {}
    if (!parameters) return object
    return { ...object, spec: { ...object.spec, parameters: { ...parameters, scope: parameters.scope ?? 'Cluster' } } }
  },
  validate,
  validateUpdate: (object, old) => [
    ...(object.spec.controller === old.spec.controller
      ? []
      : [invalid('spec.controller', object.spec.controller, 'field is immutable')]),
    ...validate(object),
  ],

  columns: [
    column('Name', object =>
      isDefaultIngressClass(object) ? `${object.metadata.name} (default)` : object.metadata.name,
    ),
    column('Controller', ({ spec }) => spec.controller ?? ''),
    column('Parameters', object => parametersCell(object)),
    ageColumn,
  ],
  describe: async (object, context) => [
    ...heading(object),
    `Controller:\t${object.spec.controller ?? ''}`,
    ...parameterLines(object),
    ...(await eventLines(object, context)),
  ],
})

/** Whether an Ingress that names no class gets this one. */
export const isDefaultIngressClass = ({ metadata }: IngressClass): boolean =>
  metadata.annotations?.['ingressclass.kubernetes.io/is-default-class'] === 'true'

const parametersCell = ({ spec: { parameters } }: IngressClass): string => {
  if (!parameters) return '<none>'
  const { apiGroup, kind, name } = parameters
  return apiGroup ? `${kind}.${apiGroup}/${name}` : `${kind}/${name}`
}

const parameterLines = ({ spec: { parameters } }: IngressClass): readonly string[] =>
  parameters
    ? [
        'Parameters:',
        ...(parameters.apiGroup ? [`  APIGroup:\t${parameters.apiGroup}`] : []),
        `  Kind:\t${parameters.kind}`,
        `  Name:\t${parameters.name}`,
      ]
    : []
