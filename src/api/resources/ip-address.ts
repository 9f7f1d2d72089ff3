import { goQuote } from '../../util/go-quote.ts'
import { sameJson } from '../../util/same-json.ts'
import { column, nameColumn } from '../columns.ts'
import { eventLines } from '../describe/events.ts'
import { heading } from '../describe/heading.ts'
import { invalid } from '../field-error.ts'
import type { IPAddress } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { validateCanonicalIp } from '../validation/ip.ts'
import { checkParent } from './ip-address/validation.ts'

/** An address of the Service ranges that is in use. The server makes and deletes them with the Services. */
export const ipAddress = defineResource<IPAddress>({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'IPAddress',
  plural: 'ipaddresses',
  shortNames: ['ip'],
  namespaced: false,

  validateName: name =>
    validateCanonicalIp(name, '').map(({ detail }) => detail.replace(`Invalid value: ${goQuote(name)}: `, '')),
  validate: checkParent,
  validateUpdate: ({ spec }, old) =>
    sameJson(spec.parentRef, old.spec.parentRef)
      ? []
      : [invalid('spec.parentRef', spec.parentRef, 'field is immutable')],

  columns: [nameColumn, column('ParentRef', object => parentCell(object))],
  describe: async (object, context) => {
    const { group = '', resource, namespace = '', name } = object.spec.parentRef
    return [
      ...heading(object),
      'Parent Reference:',
      `  Group:\t${group}`,
      `  Resource:\t${resource}`,
      `  Namespace:\t${namespace}`,
      `  Name:\t${name}`,
      ...(await eventLines(object, context)),
    ]
  },
})

const parentCell = ({ spec: { parentRef } }: IPAddress): string => {
  const { group, resource, namespace, name } = parentRef
  return [group ? `${resource}.${group}` : resource, namespace, name].filter(Boolean).join('/')
}
