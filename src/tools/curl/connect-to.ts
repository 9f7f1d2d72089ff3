import type { HttpUrl } from '../http/url.ts'

/** Where a connection goes in place of the URL's own host and port. */
export interface Detour {
  readonly host: string | undefined
  readonly port: number | undefined
}

/** Finds what --connect-to says of a URL: `HOST:PORT:HOST:PORT`, of which each may be empty. */
export const detourOf = (typed: readonly string[], { host, port }: HttpUrl): Detour | undefined => {
  for (const text of typed) {
    const [, from = '', fromPort = '', to = '', toPort = ''] = form.exec(text) ?? []
    const isMeant = (from === '' || bare(from) === host.toLowerCase()) && (fromPort === '' || Number(fromPort) === port)
    if (form.test(text) && isMeant) return { host: bare(to) || undefined, port: Number(toPort) || undefined }
  }
  return undefined
}

const form = /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/

const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '')
