import { posix } from 'node:path'

/** A path as it is kept: absolute, without dots and without a slash at its end. */
export const absolutePath = (path: string, folder = '/'): string => {
  const whole = posix.resolve('/', folder, path)
  return whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole
}

export const parentOf = (path: string): string => posix.dirname(path)
export const nameOf = (path: string): string => posix.basename(path)
export const joined = (folder: string, name: string): string => (folder === '/' ? `/${name}` : `${folder}/${name}`)

/** Whether a path is a folder, or something in it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`)
