import { StatusError } from '../../api/status-error.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'

/** What a failed command says on stderr (empty, or whole lines) and exits with. `path` are the verb's words. */
export const describeFailure = (error: unknown, path: readonly string[]): { text: string; code: number } => {
  const code = (error instanceof Failure && error.code) || 1
  if (error instanceof AggregateError) {
    return { text: error.errors.map((each: unknown) => `${bareMessage(each)}\n`).join(''), code }
  }
  return { text: line(messageOf(error) + hint(error, path)), code }
}

/**
 * The same failure, told in the course of something: `error when creating "web.yaml": ` comes before the server's
 * message. As in kubectl, a list of invalid fields is shown without it.
 */
export const during = (what: string, error: unknown): unknown => {
  if (error instanceof StatusError) {
    return new StatusError(error.reason, `${what}: ${error.message}`, { details: error.details, code: error.code })
  }
  return error instanceof Error ? new Error(`${what}: ${error.message}`, { cause: error }) : error
}

/**
 * The one-line form that `--watch` loops and lists of failures use: no `error: ` in front of what is not the server's.
 */
export const bareMessage = (error: unknown): string => {
  if (error instanceof StatusError) return serverMessage(error)
  return error instanceof Error ? error.message : String(error)
}

const line = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

const messageOf = (error: unknown): string => {
  if (error instanceof StatusError) return error.reason === 'Invalid' ? invalidMessage(error) : serverMessage(error)
  const message = error instanceof Error ? error.message : String(error)
  return isPlain(error) || message === '' || message.startsWith('error: ') ? message : `error: ${message}`
}

/** Whether an error says itself that nothing comes before its message: ours, a printer's, a kubeconfig's. */
const isPlain = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'plain' in error && error.plain === true

const serverMessage = ({ reason, message }: StatusError): string => {
  if (reason === 'Unauthorized') return `error: You must be logged in to the server (${message})`
  return reason === '' ? `Error from server: ${message}` : `Error from server (${reason}): ${message}`
}

// The group of the kind is not shown, and faults of the same words are shown once.
const invalidMessage = ({ message, details, causes }: StatusError): string => {
  if (!details) return message ? `The request is invalid: ${message}` : 'The request is invalid'
  const isNamed = Boolean(details.kind || details.name)
  const what = isNamed
    ? `The ${details.kind ?? ''} ${goQuote(details.name ?? '')} is invalid`
    : 'The request is invalid'
  const faults = [...new Set(causes.map(({ field = '', message: fault = '' }) => `${field}: ${fault}`))]
  if (faults.length > 1) return `${what}: \n${faults.map(fault => `* ${fault}`).join('\n')}`
  if (faults.length === 1) return `${what}: ${faults[0]}`
  return isNamed || !message ? what : `${what}: ${message}`
}

const hint = (error: unknown, path: readonly string[]): string => {
  if (!(error instanceof Failure) || !error.hint) return ''
  const command = ['kubectl', ...path].join(' ')
  return error.hint === 'usage' ? `\nSee '${command} --help' for usage.` : `\nSee '${command} -h' for help and examples`
}
