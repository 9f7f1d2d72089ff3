import { goQuote } from '../../../util/go-quote.ts'
import { type FieldError, invalid, notSupported, required } from '../../field-error.ts'
import type { CronJobSpec } from '../../generated/types.ts'
import { validateJob } from '../job/validation.ts'
import { notNegative } from '../replicated-validation.ts'

const policies = ['Allow', 'Forbid', 'Replace']

export const validateCronJob = (spec: CronJobSpec): readonly FieldError[] => {
  const { schedule = '', concurrencyPolicy = '', jobTemplate } = spec
  return [
    ...validateSchedule(schedule, 'spec.schedule'),
    ...validateTimeZone(spec.timeZone, 'spec.timeZone'),
    ...notNegative(spec.startingDeadlineSeconds, 'spec.startingDeadlineSeconds'),
    ...(policies.includes(concurrencyPolicy)
      ? []
      : [notSupported('spec.concurrencyPolicy', concurrencyPolicy, policies)]),
    ...validateJob(jobTemplate.spec, 'spec.jobTemplate.spec'),
    ...notNegative(spec.successfulJobsHistoryLimit, 'spec.successfulJobsHistoryLimit'),
    ...notNegative(spec.failedJobsHistoryLimit, 'spec.failedJobsHistoryLimit'),
  ]
}

const noZone = 'timeZone must be nil or non-empty string'
const noPlace = 'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones'

const validateTimeZone = (zone: string | undefined, field: string): readonly FieldError[] => {
  if (zone === undefined) return []
  if (zone === '') return [invalid(field, zone, noZone)]
  if (zone.toLowerCase() === 'local') return [invalid(field, zone, noPlace)]
  return /^[A-Za-z0-9_+/-]+$/.test(zone) ? [] : [invalid(field, zone, `unknown time zone ${zone}`)]
}

const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']

const validateSchedule = (schedule: string, field: string): readonly FieldError[] => {
  if (schedule === '') return [required(field)]
  const text = scheduleFault(schedule)
  return [
    ...(text ? [invalid(field, schedule, text)] : []),
    ...(/TZ=/.test(schedule)
      ? [invalid(field, schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead')]
      : []),
  ]
}

const scheduleFault = (schedule: string): string | undefined => {
  if (schedule.startsWith('@')) {
    return descriptors.includes(schedule) || schedule.startsWith('@every ')
      ? undefined
      : `unrecognized descriptor: ${schedule}`
  }
  const fields = schedule.trim().split(/\s+/)
  if (fields.length !== 5) return `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`
  return fields.map((text, index) => fieldFault(text, ranges[index] ?? [0, 59])).find(fault => fault !== undefined)
}

// Minutes, hours, days, months, weekdays.
const ranges: readonly (readonly [least: number, most: number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
]
const names = ['jan feb mar apr may jun jul aug sep oct nov dec', 'sun mon tue wed thu fri sat'].join(' ').split(' ')

const fieldFault = (text: string, [least, most]: readonly [number, number]): string | undefined => {
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/')
    if (step !== undefined && !/^\d+$/.test(step))
      return `failed to parse int from ${step}: strconv.Atoi: parsing ${goQuote(step)}: invalid syntax`
    for (const end of range === '*' || range === '?' ? [] : range.split('-')) {
      if (names.includes(end.toLowerCase())) continue
      if (!/^\d+$/.test(end))
        return `failed to parse int from ${end}: strconv.Atoi: parsing ${goQuote(end)}: invalid syntax`
      if (Number(end) < least) return `beginning of range (${end}) below minimum (${least}): ${part}`
      if (Number(end) > most) return `end of range (${end}) above maximum (${most}): ${part}`
    }
  }
  return undefined
}
