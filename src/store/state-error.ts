/** A state file that cannot be used: damaged, of a newer format, or locked for too long. The file is left as it is. */
export class StateError extends Error {
  override readonly name = 'StateError'
}
