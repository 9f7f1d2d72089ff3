import { compareBytes } from '../../util/compare.ts'
import type { LimitRange, LimitRangeItem } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { validateLimits } from './limit-range/validation.ts'

export const limitRange = defineResource<LimitRange>({
  group: '',
  version: 'v1',
  kind: 'LimitRange',
  plural: 'limitranges',
  createsOnUpdate: true,
  shortNames: ['limits'],
  namespaced: true,

  withDefaults: object => ({
    ...object,
    spec: { ...object.spec, limits: (object.spec?.limits ?? []).map(itemDefaults) },
  }),

  validate: validateLimits,

  describe: async object => [
    `Name:\t${object.metadata.name}`,
    `Namespace:\t${object.metadata.namespace}`,
    ...limitTitles,
    ...limitRows(object),
  ],
})

/** A container's limit is what is most, and its request what is limited, if nothing else is said. */
const itemDefaults = (item: LimitRangeItem): LimitRangeItem => {
  if (item.type !== 'Container') return item
  const limits = { ...item.max, ...item.default }
  const requests = { ...item.min, ...limits, ...item.defaultRequest }
  return {
    ...item,
    ...(Object.keys(limits).length > 0 ? { default: limits } : {}),
    ...(Object.keys(requests).length > 0 ? { defaultRequest: requests } : {}),
  }
}

export const limitTitles: readonly string[] = [
  'Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio',
  '----\t--------\t---\t---\t---------------\t-------------\t-----------------------',
]

/** One line for each resource that a limit range speaks of. */
export const limitRows = ({ spec }: LimitRange): readonly string[] =>
  (spec?.limits ?? []).flatMap(item => {
    const { type, min, max, defaultRequest, maxLimitRequestRatio: ratio } = item
    const lists = [min, max, defaultRequest, item.default, ratio]
    const names = [...new Set(lists.flatMap(list => Object.keys(list ?? {})))].toSorted(compareBytes)
    return names.map(name => [type, name, ...lists.map(list => list?.[name] ?? '-')].join('\t'))
  })
