import type { Rcode } from './message.ts'

const numbers: Readonly<Record<Rcode, number>> = {
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

export const rcodeNumber = (rcode: Rcode): number => numbers[rcode]

/** The code of a number; one without a name here reads as SERVFAIL. */
export const rcodeOf = (number: number): Rcode => rcodes().find(rcode => numbers[rcode] === number) ?? 'SERVFAIL'

/** The code that a configuration names, in any case. */
export const rcodeNamed = (text: string): Rcode | undefined => rcodes().find(rcode => rcode === text.toUpperCase())

const rcodes = (): readonly Rcode[] => Object.keys(numbers) as Rcode[]
