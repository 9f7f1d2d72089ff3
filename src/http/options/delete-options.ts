import type { DeleteOptions } from '../../api/client.ts'
import { type FieldError, invalid, notSupported } from '../../api/field-error.ts'
import { badRequest } from '../../api/status-error.ts'
import { isMap } from '../../util/go-value.ts'
import { parseBody } from '../body.ts'
import type { Call } from '../server.ts'
import { checkOptions, dryRunFaults, integerOf } from './fields.ts'

interface Given {
  readonly gracePeriodSeconds?: number | undefined
  readonly propagationPolicy?: string | undefined
  readonly orphanDependents?: boolean | undefined
  readonly preconditions?: DeleteOptions['preconditions']
  readonly dryRun?: readonly string[] | undefined
}

const policies = ['Background', 'Foreground', 'Orphan']

/** The options of a deletion: those of its body, or without one those of its query. Throws BadRequest and Invalid. */
export const deleteOptions = async (call: Call): Promise<DeleteOptions> => {
  const given = call.body.length > 0 ? await fromBody(call) : fromQuery(call.query)
  checkOptions('DeleteOptions', faultsOf(given))
  const { gracePeriodSeconds, preconditions, dryRun = [], orphanDependents: orphans } = given
  const policy = given.propagationPolicy ?? (orphans === undefined ? undefined : orphans ? 'Orphan' : 'Background')
  return {
    gracePeriodSeconds,
    preconditions,
    propagationPolicy: policy as DeleteOptions['propagationPolicy'],
    dryRun: dryRun.length > 0,
  }
}

const fromBody = async (call: Call): Promise<Given> => {
  const { value, fault } = await parseBody(call)
  if (fault !== undefined) throw badRequest(fault)
  return isMap(value) ? (value as Given) : {}
}

const fromQuery = (query: URLSearchParams): Given => {
  const orphans = query.get('orphanDependents')
  return {
    gracePeriodSeconds: integerOf(query, 'gracePeriodSeconds'),
    propagationPolicy: query.get('propagationPolicy') ?? undefined,
    orphanDependents: orphans === null ? undefined : orphans === 'true',
    dryRun: query.getAll('dryRun'),
  }
}

const faultsOf = ({ propagationPolicy: policy, orphanDependents, dryRun = [] }: Given): readonly FieldError[] => [
  ...(policy !== undefined && orphanDependents !== undefined
    ? [invalid('propagationPolicy', policy, 'orphanDependents and deletionPropagation cannot be both set')]
    : []),
  ...(policy !== undefined && !policies.includes(policy)
    ? [notSupported('propagationPolicy', policy, [...policies, 'nil'])]
    : []),
  ...dryRunFaults(dryRun),
]
