import { resolve } from 'node:path'
import type { RestHandler } from '../../api/rest.ts'
import type { World } from '../world/world.ts'
import { staticFile } from './static-files.ts'

export interface RouteFlags {
  /** A folder with files; none if empty. */
  readonly www: string
  readonly wwwPrefix: string
  readonly apiPrefix: string
}

/** Parts the paths of the proxy among the API and the files of a folder. */
export const routed = (
  { www, wwwPrefix, apiPrefix }: RouteFlags,
  { files, cwd, api }: Pick<World, 'files' | 'cwd'> & { readonly api: RestHandler },
): RestHandler => {
  const [apiRoot, wwwRoot] = [withSlash(apiPrefix), withSlash(wwwPrefix)]
  const folder = resolve(cwd, www)
  return async request => {
    const { path } = request
    if (www && path.startsWith(wwwRoot))
      return staticFile({ ...request, path: inside(path, wwwRoot) }, { files, folder })
    if (path.startsWith(apiRoot)) return api({ ...request, path: inside(path, apiRoot) })
    return notFound
  }
}

const withSlash = (prefix: string): string => (prefix.endsWith('/') ? prefix : `${prefix}/`)

/** The path behind a prefix, which ends with a slash: that one stays. */
const inside = (path: string, prefix: string): string => path.slice(prefix.length - 1)

const notFound = {
  status: 404,
  headers: [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['X-Content-Type-Options', 'nosniff'],
  ],
  body: '404 page not found\n',
} as const
