/** A number as so many bytes, the highest first; a byte is a character. */
export const bigEndian = (value: number, size: number): string =>
  String.fromCharCode(...Array.from({ length: size }, (_, index) => (value >>> (8 * (size - 1 - index))) & 255))

/** The same, the lowest first. */
export const littleEndian = (value: number, size: number): string => [...bigEndian(value, size)].toReversed().join('')

/** The number that so many bytes are, the highest first. */
export const fromBigEndian = (bytes: string): number =>
  [...bytes].reduce((value, byte) => value * 256 + byte.charCodeAt(0), 0)

export const fromLittleEndian = (bytes: string): number => fromBigEndian([...bytes].toReversed().join(''))
