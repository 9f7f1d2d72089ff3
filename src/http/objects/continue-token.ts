import type { KubeObject } from '../../api/meta.ts'
import { badRequest } from '../../api/status-error.ts'

/** Where the next page begins: behind which key, and in the list of which revision (-1: whatever there is then). */
export interface PageStart {
  readonly revision: number
  readonly start: string
}

const version = 'meta.k8s.io/v1'

export const formatToken = ({ revision, start }: PageStart): string => {
  // Go writes the zero behind the key as an escape.
  const json = `{"v":"${version}","rv":${revision},"start":${JSON.stringify(start)}}`
  return btoa(String.fromCharCode(...new TextEncoder().encode(json)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** Throws BadRequest over a token that the server has not made. */
export const parseToken = (token: string): PageStart => {
  const text = decoded(token)
  const { v, rv, start } = objectIn(text)
  if (v !== version) throw notValid(`server does not recognize this encoded version ${v ?? ''}`)
  return { revision: Number(rv ?? 0), start: String(start ?? '') }
}

const decoded = (token: string): string => {
  const wrong = token.search(/[^-\w]/)
  // What is left behind groups of four cannot be one letter.
  if (wrong >= 0 || token.length % 4 === 1) {
    throw notValid(`illegal base64 data at input byte ${wrong >= 0 ? wrong : token.length - 1}`)
  }
  const bytes = atob(token.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, char => char.charCodeAt(0)))
}

const objectIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    throw notValid(
      `invalid character ${JSON.stringify(text.charAt(0)).replaceAll('"', "'")} looking for beginning of value`,
    )
  }
}

const notValid = (why: string) => badRequest(`invalid continue token: continue key is not valid: ${why}`)

/** The key by which pages are cut: `/name`, or with all namespaces in the list `/namespace/name`. */
export const pageKey = ({ metadata }: KubeObject, namespace: string | undefined): string =>
  namespace === undefined && metadata.namespace ? `/${metadata.namespace}/${metadata.name}` : `/${metadata.name}`
