import type { Attempt } from '../http/dial.ts'
import type { ToolWorld } from '../tool.ts'
import type { CurlOptions } from './options.ts'
import type { Meter } from './progress-meter.ts'

/** A connection that is kept for the next request to the same place. */
export interface Open extends Attempt {
  readonly number: number
  /** What -v calls the host. */
  readonly hostName: string
}

export interface Transferring {
  readonly world: ToolWorld
  readonly options: CurlOptions
  /** By scheme, host and port. */
  readonly pool: Map<string, Open>
  readonly meter: Meter
  say(text: string): void
}
