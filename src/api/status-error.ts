import type { FieldError, FieldErrorType } from './field-error.ts'
import type { Status, StatusCause, StatusDetails } from './generated/types.ts'

const codes = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  AlreadyExists: 409,
  Conflict: 409,
  Gone: 410,
  Expired: 410,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  Invalid: 422,
  TooManyRequests: 429,
  InternalError: 500,
  ServerTimeout: 500,
  ServiceUnavailable: 503,
  Timeout: 504,
} as const

export type StatusReason = keyof typeof codes

/** What a failure is about: `resource` is the plural (`services`), `group` is empty for the core group. */
export interface StatusSubject {
  readonly group: string
  readonly resource: string
}

export interface StatusOptions {
  readonly details?: StatusDetails | undefined
  /** Only where it does not follow from the reason. */
  readonly code?: number | undefined
  /** Where a list can go on that the failure is about. */
  readonly continue?: string | undefined
}

/**
 * A failure the API server answers with: the same Status reaches the REST client and the CLI.
 * The reason is empty where the server gives none (plain 500), and may be any word when it came over the wire.
 */
export class StatusError extends Error {
  override readonly name = 'StatusError'
  readonly reason: string
  readonly code: number
  readonly details: StatusDetails | undefined
  readonly continue: string | undefined

  constructor(reason: StatusReason | (string & {}), message: string, options: StatusOptions = {}) {
    const { details, code, continue: next } = options
    super(message)
    this.continue = next
    this.reason = reason
    this.code = code ?? codeOf(reason)
    this.details = details
  }

  get causes(): readonly StatusCause[] {
    return this.details?.causes ?? []
  }

  /** The v1 Status object, keys in the order the server writes them. */
  toStatus(): Status {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.continue === undefined ? {} : { continue: this.continue },
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    }
  }
}

/** The error that a Status of another server stands for. */
export const fromStatus = ({ reason = '', message = '', details, code }: Status): StatusError =>
  new StatusError(reason, message, { details, code })

export const isReason = (error: unknown, reason: StatusReason): error is StatusError =>
  error instanceof StatusError && error.reason === reason

export const notFound = (subject: StatusSubject, name: string): StatusError =>
  new StatusError('NotFound', `${qualified(subject)} "${name}" not found`, { details: detailsOf(subject, name) })

export const alreadyExists = (subject: StatusSubject, name: string): StatusError =>
  new StatusError('AlreadyExists', `${qualified(subject)} "${name}" already exists`, {
    details: detailsOf(subject, name),
  })

const modified = 'the object has been modified; please apply your changes to the latest version and try again'

export const conflict = (subject: StatusSubject, name: string, why = modified): StatusError =>
  new StatusError('Conflict', `Operation cannot be fulfilled on ${qualified(subject)} "${name}": ${why}`, {
    details: detailsOf(subject, name),
  })

/** An empty name speaks of the resource as a whole. */
export const forbidden = (
  subject: StatusSubject,
  name: string,
  why: string,
  causes: readonly StatusCause[] = [],
): StatusError =>
  new StatusError('Forbidden', `${qualified(subject)}${name && ` "${name}"`} is forbidden: ${why}`, {
    details: { ...detailsOf(subject, name), ...(causes.length > 0 && { causes }) },
  })

/** Named after the kind, not the resource: `Deployment.apps "web" is invalid: ...`. */
export const invalidObject = (
  { group, kind }: { readonly group: string; readonly kind: string },
  name: string,
  errors: readonly FieldError[],
): StatusError => {
  const texts = [...new Set(errors.map(({ field, detail }) => `${field}: ${detail}`))]
  const list = texts.length > 1 ? `[${texts.join(', ')}]` : texts.join('')
  const what = `${qualified({ group, resource: kind })} "${name}" is invalid`
  return new StatusError('Invalid', list ? `${what}: ${list}` : what, {
    details: {
      ...detailsOf({ group, resource: kind }, name),
      ...(errors.length > 0 && { causes: errors.map(causeOf) }),
    },
  })
}

export const badRequest = (message: string): StatusError => new StatusError('BadRequest', message)

export const unauthorized = (message = 'Unauthorized'): StatusError => new StatusError('Unauthorized', message)

export const internalError = (message: string): StatusError =>
  new StatusError('InternalError', `Internal error occurred: ${message}`, { details: { causes: [{ message }] } })

/** A 500 without a reason, as the server gives for errors of its own libraries. */
export const plainError = (message: string): StatusError => new StatusError('', message, { code: 500 })

const generic = (reason: StatusReason, message: string): StatusError =>
  new StatusError(reason, message, { details: {} })

/** The path leads to no resource: there is no name to speak of. */
export const noSuchResource = (): StatusError => generic('NotFound', 'the server could not find the requested resource')

export const methodNotAllowed = (): StatusError =>
  generic('MethodNotAllowed', 'the server does not allow this method on the requested resource')

export const unsupportedMediaType = (): StatusError => generic('UnsupportedMediaType', '415: Unsupported Media Type')

/** A patch that the server could not apply, and does not say why. */
export const unprocessable = (): StatusError =>
  generic('Invalid', 'the server rejected our request due to an error in our request')

const codeOf = (reason: string): number => (Object.hasOwn(codes, reason) ? codes[reason as StatusReason] : 500)

const qualified = ({ group, resource }: StatusSubject): string => (group ? `${resource}.${group}` : resource)

const detailsOf = ({ group, resource }: StatusSubject, name: string): StatusDetails => ({
  ...(name && { name }),
  ...(group && { group }),
  ...(resource && { kind: resource }),
})

const causeReasons: Partial<Record<FieldErrorType, string>> = { InternalError: 'InternalError' }

const causeOf = ({ type, field, detail }: FieldError): StatusCause => ({
  reason: causeReasons[type] ?? `FieldValue${type}`,
  message: detail,
  field,
})
