import type { ContainerResponse } from '../../api/behaviour.ts'
import { hostnameOf } from '../hostname.ts'
import { html, text } from '../reply.ts'
import type { Process } from '../running.ts'

const folders = 'bin dev etc home lib media mnt proc root run sbin srv sys tmp usr var'.split(' ')

/** The container's files as a web server lists them: the folders of its root, and what every container has in `/etc`. */
export const rootFolder = (path: string, running: Process): ContainerResponse => {
  if (path === '') return { ...text('', 301), headers: { location: '/fs/' } }
  if (path === '/') return listing([...folders.map(name => `${name}/`), 'kuard', ...mountsOf(running)])
  if (path === '/etc/') return listing(['hostname', 'hosts', 'resolv.conf'])
  if (path === '/etc/hostname') return text(`${hostnameOf(running.pod)}\n`)
  const isFolder = folders.some(name => path === `/${name}/`)
  return isFolder ? listing([]) : text('404 page not found\n', 404)
}

const mountsOf = ({ container }: Process): readonly string[] => {
  const first = (container.volumeMounts ?? []).map(({ mountPath }) => mountPath.split('/')[1] ?? '')
  return [...new Set(first)].filter(name => name !== '' && !folders.includes(name)).map(name => `${name}/`)
}

const listing = (names: readonly string[]): ContainerResponse =>
  html(
    `<pre>\n${names
      .toSorted()
      .map(name => `<a href="${name}">${name}</a>\n`)
      .join('')}</pre>\n`,
  )
