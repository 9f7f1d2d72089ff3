import type { Random } from '../../util/random.ts'
import type { Answer } from '../answer.ts'
import type { Query, ResourceRecord } from '../message.ts'

export type Sections = Pick<Answer, 'answers' | 'authority' | 'additional'>

/** Puts the records of an answer in another order. */
export type Arrange = (sections: Sections, query: Query) => Sections

export const isAddress = ({ type }: ResourceRecord): boolean => type === 'A' || type === 'AAAA'

/** Addresses and mail exchangers of each section by chance. */
export const shuffledSections = ({ answers, authority, additional }: Sections, random: Random): Sections => ({
  answers: arranged(answers, random),
  authority: arranged(authority, random),
  additional: arranged(additional, random),
})

// A CNAME has to stay ahead of the addresses it leads to.
const arranged = (records: readonly ResourceRecord[], random: Random): readonly ResourceRecord[] => {
  if (records.length < 2) return records
  const aliases = records.filter(({ type }) => type === 'CNAME')
  const others = records.filter(item => item.type !== 'CNAME' && item.type !== 'MX' && !isAddress(item))
  const exchangers = records.filter(({ type }) => type === 'MX')
  return [...aliases, ...others, ...shuffled(records.filter(isAddress), random), ...shuffled(exchangers, random)]
}

const shuffled = (records: readonly ResourceRecord[], random: Random): readonly ResourceRecord[] => {
  if (records.length < 2) return records
  const rest = [...records]
  return records.flatMap(() => rest.splice(random.below(rest.length), 1))
}
