import type { ContainerResponse } from '../../api/behaviour.ts'
import type { Process } from '../running.ts'
import { pageIn } from '../web-root.ts'
import type { Asked } from './asked.ts'
import { documentPage, errorPage, welcome } from './pages.ts'
import { patternOf, setting } from './servers.ts'
import { titleOf } from './titles.ts'
import { expanded } from './variables.ts'

const usualRoot = '/usr/share/nginx/html'
const methods = ['GET', 'HEAD']

/** A file of the folder that the configuration names. */
export const fileFor = (asked: Asked): ContainerResponse => {
  const { running, request, location, blocks } = asked
  if (!methods.includes(request.method)) return errorPage('405 Not Allowed', running)
  const alias = setting(blocks.slice(0, 1), 'alias')?.[0]
  const root = setting(blocks, 'root')?.[0] ?? usualRoot
  const path = request.path.split('?')[0] ?? '/'
  const folder = alias?.replace(/\/$/, '') ?? root
  const inFolder = alias && location ? `/${path.slice(patternOf(location).length).replace(/^\//, '')}` : path
  const tries = setting(blocks.slice(0, 2), 'try_files')?.map(word => expanded(word, asked)) ?? [inFolder]
  for (const each of tries) {
    const code = /^=(\d+)$/.exec(each)?.[1]
    if (code) return errorPage(titleOf(code) ?? code, running)
    const page = pageAt(folder, each, asked)
    if (page) return page
  }
  return errorPage(isEmptyFolder(folder, inFolder, running) ? '403 Forbidden' : '404 Not Found', running)
}

/** Whether a folder is there that has no index: nobody may look what is in it. */
const isEmptyFolder = (folder: string, path: string, { files }: Process): boolean => {
  if (!path.endsWith('/')) return false
  return path === '/'
    ? folder === usualRoot || files.find(folder) !== undefined
    : files.find(folder + path.slice(0, -1)) !== undefined
}

const pageAt = (folder: string, path: string, { running, blocks }: Asked): ContainerResponse | undefined => {
  const indexes = path.endsWith('/') ? (setting(blocks, 'index') ?? ['index.html']) : ['']
  for (const index of indexes) {
    const page = pageIn(running, folder, path + index)
    if (page && page !== 'missing') return documentPage(page, running)
    if (page === undefined && folder === usualRoot && path + index === '/index.html') {
      return documentPage({ body: welcome, type: 'text/html' }, running)
    }
  }
  return undefined
}
