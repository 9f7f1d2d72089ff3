import { urlText } from '../http/url.ts'
import type { Trace } from './trace.ts'

interface Found {
  readonly about: string
  readonly cause: string
}

/** One sentence that says why a request ended as it did; a closer look may have found something. */
export const because = (trace: Trace, finding: Found | undefined): string => {
  const { route, url, resolution, response } = trace
  const cause = finding && told(finding, trace)
  if (!route) return `It fails as ${cause ?? `${url.host} does not resolve (${resolution.outcome})`}.`
  const { outcome, steps } = route
  if (outcome.outcome !== 'delivered') return `It fails as ${cause ?? outcome.reason}.`
  const { receiver } = outcome
  const who =
    receiver.kind === 'pod' ? `pod ${receiver.pod.metadata.namespace}/${receiver.pod.metadata.name}` : receiver.name
  const end = response === undefined ? 'accepts the connection' : `answers ${response.status}`
  const choice = steps.find(step => step.step === 'choice')
  if (choice?.step === 'choice') {
    const usable = choice.candidates.filter(({ passedOver }) => passedOver === undefined).length
    const how = choice.pinned
      ? 'session affinity keeps the client there'
      : usable === 1
        ? 'it is the only endpoint that may be used'
        : `it was chosen by chance among ${usable} endpoints`
    return `It works: ${who} ${end}; ${how}${doubt(cause)}.`
  }
  return `It works: ${who} ${end}${resolution.from === 'dns' ? `; the name leads straight to ${outcome.address}` : ''}${doubt(cause)}.`
}

const doubt = (cause: string | undefined): string => (cause ? `; but ${cause}` : '')

/** What was found, and what about, unless that is the very thing that was asked for. */
const told = ({ about, cause }: Found, { url }: Trace): string =>
  about === url.host || about === urlText(url) || about.startsWith('the ') ? cause : `${cause} (${about})`
