import { heading } from '../../describe/heading.ts'
import { indent } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type { LimitRange, Namespace, ResourceQuota } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { limitRange, limitRows, limitTitles } from '../limit-range.ts'
import { quotaRows, resourceQuota, scopeLines } from '../resource-quota.ts'

/** The text of `kubectl describe namespace`, with the quotas and limits that hold in it. */
export const describeNamespace = async (object: Namespace, { client }: DescribeContext): Promise<readonly string[]> => {
  const namespace = object.metadata.name
  const { items: quotas } = await client.list(resourceQuota, { namespace })
  const { items: limits } = await client.list(limitRange, { namespace })
  return [
    ...heading(object),
    `Status:\t${object.status?.phase ?? ''}`,
    ...conditionLines(object),
    '',
    ...quotaLines(quotas as readonly ResourceQuota[]),
    '',
    ...limitLines(limits as readonly LimitRange[]),
  ]
}

const conditionLines = ({ status }: Namespace): readonly string[] => {
  const conditions = status?.conditions ?? []
  if (conditions.length === 0) return []
  const rows = conditions.map(({ type, status: value, lastTransitionTime, reason = '', message = '' }) =>
    [type, value, longTime(lastTransitionTime), reason, message].join('\t'),
  )
  const head = [
    'Type\tStatus\tLastTransitionTime\tReason\tMessage',
    '----\t------\t------------------\t------\t-------',
  ]
  return ['Conditions:', ...indent([...head, ...rows])]
}

const quotaLines = (quotas: readonly ResourceQuota[]): readonly string[] =>
  quotas.length === 0
    ? ['No resource quota.']
    : [
        'Resource Quotas',
        ...quotas.flatMap(quota =>
          indent([
            `Name:\t${quota.metadata.name}`,
            ...scopeLines(quota),
            'Resource\tUsed\tHard',
            '--------\t---\t---',
            ...quotaRows(quota),
          ]),
        ),
      ]

const limitLines = (limits: readonly LimitRange[]): readonly string[] =>
  limits.length === 0
    ? ['No LimitRange resource.']
    : ['Resource Limits', ...[...limitTitles, ...limits.flatMap(limitRows)].map(line => ` ${line}`)]
