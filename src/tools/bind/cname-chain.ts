import type { Reply } from '../../dns/message.ts'

/** The name at the end of the CNAMEs that an answer holds for a name. */
export const endOfCnames = ({ answers }: Reply, name: string): string => {
  let current = name
  for (let step = 0; step < answers.length; step++) {
    const alias = answers.find(({ type, name: owner }) => type === 'CNAME' && same(owner, current))
    if (!alias) return current
    current = alias.data
  }
  return current
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase()
