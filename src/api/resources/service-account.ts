import { eventLines } from '../describe/events.ts'
import { heading } from '../describe/heading.ts'
import type { ServiceAccount } from '../generated/types.ts'
import { defineResource } from '../resource.ts'

export const serviceAccount = defineResource<ServiceAccount>({
  group: '',
  version: 'v1',
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  returnsDeleted: true,
  shortNames: ['sa'],
  namespaced: true,

  describe: async (object, context) => [
    ...heading(object),
    ...secretLines((object.imagePullSecrets ?? []).map(({ name = '' }) => name)),
    ...(await eventLines(object, context)),
  ],
})

const title = 'Image pull secrets:'

const secretLines = ([first = '<none>', ...others]: readonly string[]): readonly string[] => [
  `${title}\t${first}`,
  ...others.map(name => `${' '.repeat(title.length)}\t${name}`),
]
