/** Bytes that are no DNS message, or a message that cannot be put in bytes. */
export class WireError extends Error {
  override readonly name = 'WireError'
}
