import type { ToolFiles } from '../tool.ts'
import type { Typed } from './arguments.ts'
import { CurlError } from './curl-error.ts'

/** What is sent, and as what: data of -d and its kin, a form of -F, a file of -T. */
export interface RequestBody {
  readonly text: string
  /** Unset for a file. */
  readonly type?: string | undefined
}

const dataFlags = ['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']

/** The body that was typed; undefined if there is none. Throws CurlError where a file is not to be had. */
export const requestBody = ({ values }: Typed, files: ToolFiles, boundaryOf: () => string): RequestBody | undefined => {
  const parts = dataFlags.flatMap(flag => (values.get(flag) ?? []).map(value => dataPart(flag, value, files)))
  if (parts.length > 0)
    return { text: parts.join(values.has('json') ? '' : '&'), type: 'application/x-www-form-urlencoded' }
  const form = values.get('form')
  const boundary = form ? boundaryOf() : ''
  if (form) return { text: multipart(form, files, boundary), type: `multipart/form-data; boundary=${boundary}` }
  const upload = values.get('upload-file')?.at(-1)
  return upload === undefined ? undefined : { text: wanted(upload, files) }
}

/** What goes behind the path of a URL: data under -G, and what --url-query says. */
export const queryOf = ({ values }: Typed, data: RequestBody | undefined, files: ToolFiles): string | undefined => {
  const said = (values.get('url-query') ?? []).map(value => dataPart('data-urlencode', value, files))
  const parts = [...(values.has('get') && data ? [data.text] : []), ...said]
  return parts.length > 0 ? parts.join('&') : undefined
}

const dataPart = (flag: string, value: string, files: ToolFiles): string => {
  if (flag === 'data-urlencode') {
    const [, name = '', text = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(value) ?? []
    return `${name}${name ? '=' : ''}${escaped(text)}`
  }
  if (!value.startsWith('@') || flag === 'data-raw') return value
  const text = readable(value.slice(1), files) ?? ''
  // -d takes a file without its line ends.
  return flag === 'data' || flag === 'data-ascii' ? text.replace(/[\r\n]/g, '') : text
}

// All but RFC 3986's unreserved characters; a blank is a plus.
const escaped = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

/** RFC 7578: `name=text`, `name=@file`. */
const multipart = (parts: readonly string[], files: ToolFiles, boundary: string): string => {
  const texts = parts.map(part => {
    const [, name = part, value = ''] = /^([^=]*)=(.*)$/s.exec(part) ?? []
    const isFile = value.startsWith('@')
    const file = value.slice(1).split('/').at(-1)
    const head = `Content-Disposition: form-data; name="${name}"${isFile ? `; filename="${file}"` : ''}`
    const type = isFile ? '\r\nContent-Type: application/octet-stream' : ''
    return `--${boundary}\r\n${head}${type}\r\n\r\n${isFile ? wanted(value.slice(1), files) : value}\r\n`
  })
  return `${texts.join('')}--${boundary}--\r\n`
}

const wanted = (path: string, files: ToolFiles): string => {
  const text = readable(path, files)
  if (text === undefined) throw new CurlError(26, 'Failed to open/read local data from file/application')
  return text
}

/** A file's text; undefined if it cannot be read. */
export const readable = (path: string, files: ToolFiles): string | undefined => {
  try {
    return files.read(path)
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
