import type { Exchange } from '../message.ts'

/** What one question came to, as a resolver tells the cases apart. */
export type Outcome = 'answer' | 'nodata' | 'nxdomain' | 'servfail' | 'failure' | 'timeout' | 'refused'

/** `refused` is a port where nobody listens; a server that replies REFUSED is a `failure`. */
export const outcomeOf = (exchange: Exchange): Outcome => {
  if (exchange.outcome !== 'reply') return exchange.outcome
  const { rcode, answers } = exchange.reply
  if (rcode === 'NOERROR') return answers.length ? 'answer' : 'nodata'
  if (rcode === 'NXDOMAIN') return 'nxdomain'
  return rcode === 'SERVFAIL' ? 'servfail' : 'failure'
}
