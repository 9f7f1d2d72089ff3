import { bigEndian } from '../big-endian.ts'

const version3 = 3 << 16

/** What a client opens a connection with. */
export const startupFor = (user: string): string => {
  const content = `${bigEndian(version3, 4)}user\0${user}\0database\0${user}\0\0`
  return bigEndian(content.length + 4, 4) + content
}
