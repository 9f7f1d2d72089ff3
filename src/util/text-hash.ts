/** A hash of a text as 16 hexadecimal digits: the same text gives the same, others hardly ever. Not for secrets. */
export const textHash = (text: string): string => {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b)
    low ^= low >>> 13
  }
  return hex(high ^ (low >>> 16)) + hex(low ^ (high >>> 15))
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
