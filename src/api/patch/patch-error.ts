/** A patch that cannot be applied or made, in the words of the libraries that kubectl and the server use. */
export class PatchError extends Error {
  override readonly name = 'PatchError'
}
