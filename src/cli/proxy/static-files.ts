import { extname, join, normalize } from 'node:path'
import type { RestRequest, RestResponse } from '../../api/rest.ts'
import type { Files } from '../../util/files.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.xml': 'text/xml; charset=utf-8',
}

/** Answers with a file of a folder, and with its index.html where a folder is asked for. `path` begins with a slash. */
export const staticFile = (
  { method, path }: Pick<RestRequest, 'method' | 'path'>,
  { files, folder }: { readonly files: Files; readonly folder: string },
): RestResponse => {
  const route = decoded(path.split('?')[0] ?? '')
  // Nothing outside the folder can be named.
  const file = join(folder, normalize(`/${route}`))
  const found = route.endsWith('/') ? join(file, 'index.html') : file
  if (isFolder(files, file) && !route.endsWith('/')) {
    return { status: 301, headers: [['Location', `${route.slice(route.lastIndexOf('/') + 1)}/`]], body: '' }
  }
  if (!files.existsSync(found) || isFolder(files, found)) return notFound
  const body = files.readFileSync(found)
  const type = types[extname(found)] ?? 'application/octet-stream'
  const headers = [
    ['Content-Type', type],
    ['Content-Length', String(body.length)],
  ] as const
  return { status: 200, headers, body: method === 'HEAD' ? '' : body }
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const isFolder = (files: Files, path: string): boolean => files.existsSync(path) && files.statSync(path).isDirectory()

const notFound: RestResponse = {
  status: 404,
  headers: [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['X-Content-Type-Options', 'nosniff'],
  ],
  body: '404 page not found\n',
}
