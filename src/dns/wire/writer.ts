import { WireError } from './wire-error.ts'

/** Where a message is being written. With `names`, names are compressed against those written before. */
export interface Writer {
  bytes: Uint8Array
  at: number
  readonly names: Map<string, number> | undefined
}

export const writer = (compress: boolean, size = 1024): Writer => ({
  bytes: new Uint8Array(size),
  at: 0,
  names: compress ? new Map() : undefined,
})

// A message is written in one go, so all can be written in one place, each taking its part when it is finished.
let shared: Uint8Array = new Uint8Array(0)
const slab = 65_536
const usual = 2048

/** A writer whose bytes belong to the next one, too: take them with `finished`. */
export const sharedWriter = (compress: boolean): Writer => {
  if (shared.length < usual) shared = new Uint8Array(slab)
  return { bytes: shared, at: 0, names: compress ? new Map() : undefined }
}

/** What was written, nobody else's from now on. */
export const finished = ({ bytes, at }: Writer): Uint8Array => {
  if (bytes === shared) shared = bytes.subarray(at)
  return bytes.subarray(0, at)
}

const room = (out: Writer, count: number): void => {
  if (out.at + count <= out.bytes.length) return
  const grown = new Uint8Array(Math.max(out.bytes.length * 2, out.at + count))
  grown.set(out.bytes)
  out.bytes = grown
}

export const write8 = (out: Writer, value: number): void => {
  room(out, 1)
  out.bytes[out.at++] = value
}

export const write16 = (out: Writer, value: number): void => {
  room(out, 2)
  out.bytes[out.at++] = value >> 8
  out.bytes[out.at++] = value
}

export const write32 = (out: Writer, value: number): void => {
  write16(out, value >>> 16)
  write16(out, value & 0xffff)
}

export const writeBytes = (out: Writer, value: Uint8Array): void => {
  room(out, value.length)
  out.bytes.set(value, out.at)
  out.at += value.length
}

const longestName = 255
const longestLabel = 63
const longestPointer = 0x3fff
const dot = 46
const backslash = 92

/**
 * Writes a name. `compress` false writes it whole (the target of an SRV), but later names may still point into it.
 * The spelling counts: a name compresses only against one of the same case.
 */
export const writeName = (out: Writer, name: string, compress = true): void => {
  const start = out.at
  let from = 0
  while (from < name.length && name !== '.') {
    if (out.names) {
      const suffix = name.slice(from)
      const known = out.names.get(suffix)
      if (known !== undefined && compress) {
        write16(out, 0xc000 | known)
        return
      }
      if (known === undefined && out.at <= longestPointer) out.names.set(suffix, out.at)
    }
    from = writeLabel(out, name, from)
    if (out.at - start >= longestName) throw new WireError(`name too long: ${name.slice(0, 64)}`)
  }
  write8(out, 0)
}

// Writes the label that starts there and gives the place after its dot.
const writeLabel = (out: Writer, name: string, from: number): number => {
  const lengthAt = out.at
  write8(out, 0)
  let at = from
  for (; at < name.length; at++) {
    let code = name.charCodeAt(at)
    if (code === dot) break
    if (code === backslash) {
      const digits = /^\d{3}/.exec(name.slice(at + 1, at + 4))
      code = digits ? Number(digits[0]) : name.charCodeAt(at + 1)
      at += digits ? 3 : 1
    }
    if (!(code < 256)) throw new WireError(`no such byte in a name: ${name.slice(0, 64)}`)
    write8(out, code)
  }
  const length = out.at - lengthAt - 1
  if (length === 0 || length > longestLabel) throw new WireError(`bad label in ${name.slice(0, 64)}`)
  out.bytes[lengthAt] = length
  return at + 1
}
