import type { Process } from './running.ts'

/** A page of a web server's folder that its image did not bring. */
export interface Page {
  readonly body: string
  readonly type: string
}

/**
 * What a web server finds in its folder: a page that somebody wrote or mounted there; `missing` where it would have been;
 * undefined where the image's own pages count.
 */
export const pageIn = ({ files }: Process, folder: string, path: string): Page | 'missing' | undefined => {
  const plain = decodeURIComponent(path.split('?')[0] || '/')
  const found = files.find(folder + (plain.endsWith('/') ? `${plain}index.html` : plain))
  if (found?.isThere) return { body: found.text, type: typeOf(plain) }
  // A volume hides what the image has in that folder.
  return found || files.find(folder) ? 'missing' : undefined
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'application/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'text/xml',
}

const typeOf = (path: string): string => {
  if (path.endsWith('/')) return 'text/html'
  const [, ending = ''] = /\.([^./]+)$/.exec(path) ?? []
  return types[ending] ?? 'application/octet-stream'
}
