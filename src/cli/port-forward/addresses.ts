import { ipVersion } from '../../util/ip.ts'
import { Failure } from '../errors.ts'

/** An address to listen on. Of the two that `localhost` stands for one is enough. */
export interface ListenAddress {
  readonly host: string
  readonly isOptional: boolean
}

/** Reads --address. Throws over what is neither an address nor localhost. */
export const listenAddresses = (words: readonly string[]): readonly ListenAddress[] => {
  if (words.length === 0) throw new Failure('you must specify at least 1 address')
  const hosts = words.flatMap(word => {
    if (word === 'localhost') return ['127.0.0.1', '::1'].map(host => ({ host, isOptional: true }))
    if (ipVersion(word) === 0) throw new Failure(`${word} is not a valid IP`)
    return [{ host: word, isOptional: false }]
  })
  return [...new Map(hosts.map(entry => [entry.host, entry])).values()]
}

/** `127.0.0.1:8080`, `[::1]:8080`. */
export const hostPort = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
