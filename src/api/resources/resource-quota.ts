import { compareBytes } from '../../util/compare.ts'
import { sameJson } from '../../util/same-json.ts'
import { ageColumn, column, nameColumn } from '../columns.ts'
import { invalid } from '../field-error.ts'
import type { ResourceQuota } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { validateQuota } from './resource-quota/validation.ts'

export const resourceQuota = defineResource<ResourceQuota>({
  group: '',
  version: 'v1',
  kind: 'ResourceQuota',
  plural: 'resourcequotas',
  returnsDeleted: true,
  shortNames: ['quota'],
  namespaced: true,
  hasStatus: true,
  hasGeneration: false,
  columns: [
    nameColumn,
    column('Request', object => amountsText(object, name => !isLimit(name))),
    column('Limit', object => amountsText(object, isLimit)),
    ageColumn,
  ],

  withDefaults: object => ({ ...object, spec: { ...object.spec } }),
  prepareForCreate: object => ({ ...object, status: {} }),
  validate: ({ spec }) => validateQuota(spec),
  validateUpdate: ({ spec }, old) => [
    ...validateQuota(spec),
    ...(sameJson(spec?.scopes ?? [], old.spec?.scopes ?? [])
      ? []
      : [invalid('spec.scopes', spec?.scopes ?? [], 'field is immutable')]),
  ],

  describe: async object => [
    `Name:\t${object.metadata.name}`,
    `Namespace:\t${object.metadata.namespace}`,
    ...scopeLines(object),
    'Resource\tUsed\tHard',
    '--------\t----\t----',
    ...quotaRows(object),
  ],
})

const isLimit = (name: string): boolean => name.startsWith('limits.')

const hardOf = ({ status }: ResourceQuota): [name: string, hard: string | number][] =>
  Object.entries(status?.hard ?? {}).toSorted(([left], [right]) => compareBytes(left, right))

const amountsText = (object: ResourceQuota, picks: (name: string) => boolean): string =>
  hardOf(object)
    .filter(([name]) => picks(name))
    .map(([name, hard]) => `${name}: ${object.status?.used?.[name] ?? 0}/${hard}`)
    .join(', ')

/** What is used and granted of each resource. */
export const quotaRows = (object: ResourceQuota): readonly string[] =>
  hardOf(object).map(([name, hard]) => `${name}\t${object.status?.used?.[name] ?? 0}\t${hard}`)

const scopes: Readonly<Record<string, string>> = {
  Terminating:
    'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
  NotTerminating:
    'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
  BestEffort:
    'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
  NotBestEffort:
    'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.',
}

/** Which pods a quota counts, if not all. */
export const scopeLines = ({ spec }: ResourceQuota): readonly string[] => {
  const names = (spec?.scopes ?? []).toSorted(compareBytes)
  const texts = names.flatMap(name => scopes[name] ?? [])
  return names.length === 0 ? [] : [`Scopes:\t${names.join(', ')}`, ...texts.map(text => `* ${text}`)]
}
