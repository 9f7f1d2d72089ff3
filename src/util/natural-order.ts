/**
 * Orders texts as people do: runs of digits by their number (`item2` before `item10`), digits before anything else,
 * the rest by character; of equal numbers the one with fewer zeros in front comes first.
 */
export const compareNatural = (left: string, right: string): number => {
  const lefts = left.match(parts) ?? []
  const rights = right.match(parts) ?? []
  for (let index = 0; index < lefts.length && index < rights.length; index += 1) {
    const order = comparePart(lefts[index] ?? '', rights[index] ?? '')
    if (order !== 0) return order
  }
  return lefts.length - rights.length
}

const parts = /\d+|\D/gu
const startsWithDigit = /^\d/

const comparePart = (left: string, right: string): number => {
  if (left === right) return 0
  const digits = startsWithDigit.test(left)
  if (digits !== startsWithDigit.test(right)) return digits ? -1 : 1
  if (!digits) return left < right ? -1 : 1
  const [leftNumber, rightNumber] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')]
  if (leftNumber.length !== rightNumber.length) return leftNumber.length - rightNumber.length
  if (leftNumber !== rightNumber) return leftNumber < rightNumber ? -1 : 1
  return left.length - right.length
}
