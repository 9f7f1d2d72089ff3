import { type FieldError, invalid } from '../field-error.ts'
import { isPortName } from './names.ts'

const protocols = ['SCTP', 'TCP', 'UDP'] as const

/** What a port may speak, as messages list it. */
export const supportedProtocols: readonly string[] = protocols

export const validatePort = (port: number, field: string): readonly FieldError[] =>
  Number.isInteger(port) && port >= 1 && port <= 65_535
    ? []
    : [invalid(field, port, 'must be between 1 and 65535, inclusive')]

/** A port by its number, or by the name that a container gives it. */
export const validatePortOrName = (port: number | string, field: string): readonly FieldError[] =>
  typeof port === 'number' ? validatePort(port, field) : isPortName(port).map(text => invalid(field, port, text))
