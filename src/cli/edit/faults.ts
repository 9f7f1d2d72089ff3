import { resourceName } from '../../api/resource.ts'
import { isReason, StatusError } from '../../api/status-error.ts'
import { YamlError } from '../../util/yaml/error.ts'
import { parseYaml } from '../../util/yaml/read.ts'
import { manifestFault } from '../manifests/manifest-fault.ts'
import type { Found } from '../selection/find-objects.ts'
import { contentOf } from './comments.ts'
import type { Reason } from './header.ts'

export interface Fault {
  /** `services "web"`. */
  readonly subject: string
  readonly reason: Reason
}

/** What kubectl itself finds wrong with an edited file. It blames the first object that was edited. */
export const validationFault = (text: string, [first]: readonly Found[]): Fault | undefined => {
  const fault = faultIn(text)
  if (fault === undefined || !first) return undefined
  const why = `<nil>: Invalid value: "The edited file failed validation": ${fault}`
  return { subject: subjectOf(first), reason: notValid(first, [why]) }
}

/** What the server refused as invalid; undefined for other errors. */
export const invalidFault = (error: unknown, found: Found): Fault | undefined => {
  if (!(error instanceof StatusError) || !isReason(error, 'Invalid')) return undefined
  const faults = error.causes.map(({ field = '', message = '' }) => `${field}: ${message}`)
  return { subject: subjectOf(found), reason: notValid(found, faults) }
}

export const subjectOf = ({ resource, name }: Found): string => `${resourceName(resource)} "${name}"`

const notValid = (found: Found, faults: readonly string[]): Reason => ({
  head: `${subjectOf(found)} was not valid`,
  faults,
})

const faultIn = (text: string): string | undefined => {
  try {
    return manifestFault(parseYaml(contentOf(text)))
  } catch (error) {
    if (error instanceof YamlError) return error.message
    throw error
  }
}
