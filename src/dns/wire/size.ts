import { replyEdns } from '../edns.ts'
import type { Edns, Query, Reply, ResourceRecord } from '../message.ts'
import { writeEdns, writeQuestion, writeRecord } from './message-writer.ts'
import { sharedWriter, type Writer } from './writer.ts'

const headerSize = 12

type Sections = Pick<Reply, 'answers' | 'authority' | 'additional'>

/** The bytes of the EDNS part of a reply to this query. */
export const ednsSize = (query: Query): number => optSize(replyEdns(query.edns))

const optSize = (edns: Edns | undefined): number =>
  edns ? 11 + edns.options.reduce((sum, { data }) => sum + 4 + data.length, 0) : 0

/** The bytes of a reply without compression, its EDNS part counted. */
export const messageSize = (query: Query, { answers, authority, additional }: Sections): number => {
  const out = scratch(false)
  writeQuestion(out, query.question)
  for (const section of [answers, authority, additional]) {
    for (const item of section) writeRecord(out, item)
  }
  return out.at + ednsSize(query)
}

/** What a reply takes at most, without writing it: enough to know that a small one fits. */
export const sizeBound = (query: Query, { answers, authority, additional }: Sections): number => {
  let bound = headerSize + query.question.name.length + 6 + ednsSize(query)
  for (const section of [answers, authority, additional]) {
    for (const { name, data } of section) bound += name.length + data.length + 40
  }
  return bound
}

/** The bytes of a query as a client sends it. */
export const querySize = ({ question, edns }: Pick<Query, 'question' | 'edns'>): number => {
  const out = scratch(false)
  writeQuestion(out, question)
  return out.at + optSize(edns)
}

/** The bytes of a reply as it goes over the wire: dig's `MSG SIZE`. */
export const replySize = (
  query: Pick<Query, 'question' | 'edns'>,
  reply: Sections & Pick<Reply, 'compressed' | 'edns'>,
): number => {
  const out = scratch(reply.compressed ?? false)
  writeQuestion(out, query.question)
  for (const item of [...reply.answers, ...reply.authority, ...reply.additional]) writeRecord(out, item)
  if (reply.edns) writeEdns(out, reply.edns, 'NOERROR')
  return out.at
}

/** How many records of each section fit a limit when names are compressed. */
export const compressedFit = (
  query: Query,
  sections: readonly (readonly ResourceRecord[])[],
  limit: number,
): readonly number[] => {
  const out = scratch(true)
  writeQuestion(out, query.question)
  let isFull = out.at >= limit
  return sections.map(section => {
    let count = 0
    for (const item of isFull ? [] : section) {
      writeRecord(out, item)
      if (out.at > limit) isFull = true
      else count++
      if (out.at >= limit) isFull = true
      if (isFull) break
    }
    return count
  })
}

const scratch = (compress: boolean): Writer => {
  const out = sharedWriter(compress)
  out.at = headerSize
  return out
}
