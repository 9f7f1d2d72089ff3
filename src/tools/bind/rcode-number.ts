import type { Rcode } from '../../dns/message.ts'

export const rcodeNumber = (rcode: Rcode): number => numbers[rcode]

const numbers: Record<Rcode, number> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  NOTAUTH: 9,
  NOTZONE: 10,
  BADVERS: 16,
}
