import type { Answer } from './answer.ts'
import type { Query, ResourceRecord } from './message.ts'
import { compressedFit, ednsSize, messageSize, sizeBound } from './wire/size.ts'

/** What fits the client: the answer, perhaps cut, and whether its names have to be compressed. */
export type Scrubbed = Pick<Answer, 'rcode' | 'aa' | 'ra' | 'tc' | 'ad' | 'answers' | 'authority' | 'additional'> & {
  readonly rd: boolean
  readonly cd: boolean
  readonly compressed: boolean
}

/** Cuts an answer to what the query's transport can carry: compressed first, then record by record with TC. */
export const scrub = (query: Query, reply: Answer): Scrubbed => {
  const { rcode, aa, ra, tc, ad, answers, authority, additional } = reply
  const { cd } = query.flags
  const rd = reply.rd ?? query.flags.rd
  const all = { rcode, aa, ra, tc, ad, rd, cd, answers, authority, additional, compressed: false }
  const limit = query.transport === 'tcp' ? 65535 : Math.max(512, query.edns?.udpSize ?? 512)
  if (sizeBound(query, all) <= Math.min(limit, 1220)) return all
  const plain = messageSize(query, all)
  if (plain <= limit) return { ...all, compressed: query.transport === 'udp' && plain > fragmentLimit(query) }
  return { ...cut(query, all, limit), compressed: true }
}

// A longer datagram would be fragmented on its way.
const fragmentLimit = ({ source }: Query): number => (source.address.includes(':') ? 1220 : 1480)

const cut = (query: Query, all: Scrubbed, limit: number): Scrubbed => {
  const sections = [all.answers, all.authority, all.additional] as const
  const [answers = 0, authority = 0, additional = 0] = compressedFit(query, sections, limit - ednsSize(query))
  const kept = [
    all.answers.slice(0, answers),
    all.authority.slice(0, authority),
    all.additional.slice(0, additional),
  ] as const satisfies readonly (readonly ResourceRecord[])[]
  const isCut = kept.some((section, index) => section.length < (sections[index]?.length ?? 0))
  return { ...all, answers: kept[0], authority: kept[1], additional: kept[2], tc: all.tc || isCut }
}
