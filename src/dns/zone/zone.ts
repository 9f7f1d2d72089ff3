import type { ResourceRecord } from '../message.ts'

/** A zone's records by owner in lower case; owners that only have something below them are there with none. */
export interface Zone {
  readonly origin: string
  readonly records: ReadonlyMap<string, readonly ResourceRecord[]>
}

/** A zone file that does not work: what is wrong and in which line. */
export class ZoneError extends Error {
  override readonly name = 'ZoneError'
  readonly line: number

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`)
    this.line = line
  }
}
