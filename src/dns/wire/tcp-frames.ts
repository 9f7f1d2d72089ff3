/**
 * Cuts a TCP stream into DNS messages, each behind its length in two bytes. Give it chunks, it gives whole messages.
 */
export const tcpFrames = (): ((chunk: Uint8Array) => readonly Uint8Array[]) => {
  let rest: Uint8Array = new Uint8Array()
  return chunk => {
    rest = rest.length === 0 ? chunk : joined(rest, chunk)
    const messages: Uint8Array[] = []
    for (let length = lengthOf(rest); length !== undefined && rest.length >= length + 2; length = lengthOf(rest)) {
      messages.push(rest.slice(2, length + 2))
      rest = rest.subarray(length + 2)
    }
    return messages
  }
}

/** A message with its length in front. */
export const tcpFrame = (message: Uint8Array): Uint8Array =>
  joined(Uint8Array.of(message.length >> 8, message.length & 255), message)

const lengthOf = ([high, low]: Uint8Array): number | undefined =>
  high === undefined || low === undefined ? undefined : high * 256 + low

const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}
