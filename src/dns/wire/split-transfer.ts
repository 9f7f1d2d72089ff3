import type { Query, Reply, ResourceRecord } from '../message.ts'

// Under 64 KiB with room for header and question.
const most = 63_000

/** A zone transfer as messages that each fit TCP; any other reply is one message. */
export const splitTransfer = ({ question }: Query, reply: Reply): readonly Reply[] => {
  if (question.type !== 'AXFR' && question.type !== 'IXFR') return [reply]
  const parts: ResourceRecord[][] = [[]]
  let size = 0
  for (const item of reply.answers) {
    const length = item.name.length + item.data.length + 40
    if (size + length > most) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(item)
    size += length
  }
  return parts.map(answers => ({ ...reply, answers }))
}
