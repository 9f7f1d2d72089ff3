/** Orders strings as Go does, by bytes, if none has characters beyond the BMP: names, paths. Never through Intl. */
export const compareBytes = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Orders any text as Go does, by the bytes of its UTF-8: a surrogate stands above all of the BMP. */
export const compareUtf8 = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)]
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}

const rank = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)

/** Orders objects by one string of theirs. */
export const by =
  <T>(key: (item: T) => string) =>
  (left: T, right: T): number =>
    compareBytes(key(left), key(right))
