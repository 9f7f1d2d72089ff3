/** A body that cannot be an object of its kind, in the words of the server's decoder. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
}
