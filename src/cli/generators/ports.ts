import { isPortName } from '../../api/validation/names.ts'
import { validatePort } from '../../api/validation/ports.ts'
import { parseAtoi, parseUint } from '../../util/go-strconv.ts'

/**
 * Reads `80`, `80:8080`, `80:http`; throws what kubectl says. What stands behind a second colon is ignored, as there.
 */
export const parsePortPair = (text: string): { port: number; targetPort: number | string } => {
  const [first = '', second] = text.split(':')
  const port = parseUint(first, 16)
  return { port, targetPort: second === undefined ? port : parsePortOrName(second) }
}

const parsePortOrName = (text: string): number | string => {
  const port = atoiOrName(text)
  const faults = typeof port === 'string' ? isPortName(port) : validatePort(port, '').map(() => outOfRange)
  if (faults.length > 0) throw new Error(faults.join(','))
  return port
}

const outOfRange = 'must be between 1 and 65535, inclusive'

/** A number where the text is one, else the text: Go's intstr.Parse. */
export const atoiOrName = (text: string): number | string => {
  try {
    return parseAtoi(text)
  } catch {
    return text
  }
}
