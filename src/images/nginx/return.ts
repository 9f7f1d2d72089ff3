import type { ContainerResponse } from '../../api/behaviour.ts'
import type { Asked } from './asked.ts'
import { errorPage, nginxHeaders } from './pages.ts'
import { setting } from './servers.ts'
import { titleOf } from './titles.ts'
import { expanded } from './variables.ts'

/** `return CODE TEXT`, `return CODE URL`, `return URL`, `return CODE`. */
export const returned = ([first = '', second]: readonly string[], asked: Asked): ContainerResponse => {
  const { running, blocks } = asked
  const code = /^\d+$/.test(first) ? first : '302'
  const given = /^\d+$/.test(first) ? second : first
  const filled = given === undefined ? undefined : expanded(given, asked)
  const page = titleOf(code)
  if (/^30[12378]$/.test(code) && filled !== undefined) {
    const moved = errorPage(page ?? code, running)
    return { ...moved, headers: { ...moved.headers, location: absolute(filled, asked) } }
  }
  if (filled === undefined && page) return errorPage(page, running)
  const type = setting(blocks, 'default_type')?.[0] ?? 'text/plain'
  return { status: Number(code), headers: { ...nginxHeaders(running), 'content-type': type }, body: filled ?? '' }
}

/** Whole, as nginx sends people elsewhere: with the port that it listens on. */
const absolute = (to: string, { request: { headers, port = 80 } }: Asked): string => {
  if (!to.startsWith('/')) return to
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  return `http://${host}${port === 80 ? '' : `:${port}`}${to}`
}
