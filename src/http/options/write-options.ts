import type { WriteOptions } from '../../api/client.ts'
import { forbidden, notSupported, tooLong } from '../../api/field-error.ts'
import type { Call } from '../server.ts'
import { checkOptions, dryRunFaults, flagOf } from './fields.ts'

const validations = ['', 'Ignore', 'Strict', 'Warn']
const longestManager = 128

type Asked = Pick<Call, 'query' | 'headers'>

/** The options of a write from its query. Throws Invalid: `kind` is what they are called (`PatchOptions`). */
export const writeOptions = (kind: string, { query, headers }: Asked, { isApply = false } = {}): WriteOptions => {
  const validation = query.get('fieldValidation') ?? ''
  const manager = query.get('fieldManager') ?? ''
  checkOptions(kind, [
    ...(kind === 'PatchOptions' && !isApply && flagOf(query, 'force')
      ? [forbidden('force', 'may not be specified for non-apply patch')]
      : []),
    ...(new TextEncoder().encode(manager).length > longestManager ? [tooLong('fieldManager', longestManager)] : []),
    ...dryRunFaults(query.getAll('dryRun')),
    ...(validations.includes(validation) ? [] : [notSupported('fieldValidation', validation, validations)]),
  ])
  return {
    dryRun: query.has('dryRun'),
    fieldManager: manager || (isApply ? undefined : managerOf(headers['user-agent'])),
    fieldValidation: (validation || undefined) as WriteOptions['fieldValidation'],
  }
}

// Who does not say who manages the fields is called as the program that asks.
const managerOf = (userAgent = ''): string => userAgent.split('/')[0] || 'unknown'
