import { type Attempt, dial } from '../http/dial.ts'
import type { HttpUrl } from '../http/url.ts'
import type { ToolWorld } from '../tool.ts'
import { detourOf } from './connect-to.ts'
import { CurlError } from './curl-error.ts'
import { handshake } from './handshake.ts'
import type { CurlOptions } from './options.ts'
import type { Open } from './transferring.ts'

export interface Connecting {
  readonly world: ToolWorld
  readonly options: CurlOptions
  readonly url: HttpUrl
  /** Tells a line of -v. */
  say(text: string): void
  /** When the whole transfer began, in milliseconds: -m counts from there. */
  readonly began: number
  /** The number of the connection. */
  readonly number: number
}

/** Connects to the host of a URL, TLS included. Throws CurlError. */
export const connectTo = async (connecting: Connecting): Promise<Omit<Open, 'number'>> => {
  const { world, options, url, say, began, number } = connecting
  const detour = detourOf(options.connectTo, url)
  const { host, port } = { host: detour?.host ?? url.host, port: detour?.port ?? url.port }
  if (detour?.host !== undefined) say(`Connecting to hostname: ${host}`)
  if (detour?.port !== undefined) say(`Connecting to port: ${port}`)
  const left = options.maxTime === undefined ? Number.POSITIVE_INFINITY : options.maxTime - (world.clock.now() - began)
  const connectLeft = options.connectTimeout ?? Number.POSITIVE_INFINITY
  const addresses = options.resolve.addressesOf(host, port)
  if (addresses) say(`Hostname ${host} was found in DNS cache`)
  const started = world.clock.now()
  const dialled = await dial(world, {
    host,
    port,
    addresses,
    patience: Math.min(left, connectLeft),
    family: options.family,
  })
  const elapsed = world.clock.now() - started
  try {
    if (dialled.outcome === 'unresolved') throw unresolved(connecting, dialled.timedOut, elapsed)
    const isCut = dialled.outcome === 'timeout' && elapsed >= Math.min(left, connectLeft)
    for (const attempt of dialled.attempts) tell(attempt, { say, port }, isCut && attempt === dialled.last)
    if (dialled.outcome !== 'connected')
      throw failure(connecting, { isCut, byTotal: left <= connectLeft, elapsed, outcome: dialled.outcome })
    // What curl itself prints where it was sent elsewhere.
    const hostName = detour?.host === undefined ? url.host : '(nil)'
    say(`Connected to ${hostName} (${dialled.last.address}) port ${port} (#${number})`)
    if (url.scheme === 'https') handshake(dialled.last, { url, insecure: options.insecure, say })
    return { ...dialled.last, hostName }
  } catch (error) {
    if (error instanceof CurlError) {
      say(error.message.replace(/\n.*/s, ''))
      say(`Closing connection ${number}`)
    }
    throw error
  }
}

const unresolved = ({ url, options }: Connecting, timedOut: boolean, elapsed: number): CurlError =>
  timedOut && (options.maxTime ?? options.connectTimeout) !== undefined
    ? new CurlError(28, `Resolving timed out after ${elapsed} milliseconds`, 'passing')
    : new CurlError(6, `Could not resolve host: ${url.host}`)

const words = { refused: 'Connection refused', timeout: 'Connection timed out', noRoute: 'Network is unreachable' }

interface Telling extends Pick<Connecting, 'say'> {
  readonly port: number
}

const tell = ({ address, connection }: Attempt, { port, say }: Telling, isCut: boolean): void => {
  say(`  Trying ${address.includes(':') ? `[${address}]` : address}:${port}...`)
  const { outcome } = connection.route.outcome
  if (outcome === 'delivered' || isCut) return
  say(
    outcome === 'noRoute'
      ? `Immediate connect fail for ${address}: ${words.noRoute}`
      : `connect to ${address} port ${port} failed: ${words[outcome]}`,
  )
}

const failure = (
  { url }: Connecting,
  { isCut, byTotal, elapsed, outcome }: { isCut: boolean; byTotal: boolean; elapsed: number; outcome: string },
): CurlError => {
  if (isCut && byTotal) return new CurlError(28, `Connection timed out after ${elapsed + 1} milliseconds`, 'passing')
  const after = `Failed to connect to ${url.host} port ${url.port} after ${isCut ? elapsed + 1 : elapsed} ms`
  if (isCut) return new CurlError(28, `${after}: Timeout was reached`, 'passing')
  const text = `${after}: Couldn't connect to server`
  return outcome === 'timeout' ? new CurlError(28, text, 'passing') : new CurlError(7, text, 'refused')
}
