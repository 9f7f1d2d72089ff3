import type { Edns } from './message.ts'

// NSID, EXPIRE, COOKIE, TCP-KEEPALIVE, PADDING: CoreDNS sends these back as they came and drops all others.
const returned = [3, 9, 10, 11, 12]

/** The EDNS part of a reply to a query that had one. */
export const replyEdns = (edns: Edns | undefined): Edns | undefined =>
  edns && { ...edns, version: 0, options: edns.options.filter(({ code }) => returned.includes(code)) }
