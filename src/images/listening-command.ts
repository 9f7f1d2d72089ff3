import type { Behaviour } from '../api/behaviour.ts'
import { text } from './reply.ts'

// How everyday programs are told to listen; the group is the port.
const forms: readonly { readonly form: RegExp; readonly usual?: number; readonly isWeb?: boolean }[] = [
  { form: /\b(?:nc|ncat|netcat)\s(?=[^;|&]*-\w*l)[^;|&]*?\b(\d{2,5})\b/g },
  { form: /\bsocat\s[^;|]*-LISTEN:(\d+)/gi },
  { form: /\bhttpd\s+-[^;|&]*?-?p\s*(?:[\d.]+:)?(\d+)/g, isWeb: true },
  { form: /\bhttp\.server\b\s*(\d+)?/g, usual: 8000, isWeb: true },
]

/** What a command does that has an everyday program listen: `nc -lk -p 8080`, `python -m http.server`. */
export const listeningCommand = (command: readonly string[]): Behaviour | undefined => {
  const line = command.join(' ')
  const found = forms.flatMap(({ form, usual, isWeb = false }) =>
    [...line.matchAll(form)].map(([, port]) => ({ port: Number(port ?? usual), isWeb })),
  )
  if (found.length === 0) return undefined
  const listens = found.map(({ port }) => port)
  const body = spoken(line) ?? (found.some(({ isWeb }) => isWeb) ? '' : undefined)
  return body === undefined ? { listens } : { listens, respond: () => text(body) }
}

/** What a line says behind the head of an HTTP answer that it has in it. */
const spoken = (line: string): string | undefined => {
  const [, body] = /HTTP\/1\.[01] 200 OK.*?(?:\\r)?\\n(?:\\r)?\\n([^"']*)/s.exec(line) ?? []
  return body === undefined ? undefined : `${body.replaceAll('\\r', '').replaceAll('\\n', '\n').trimEnd()}\n`
}
