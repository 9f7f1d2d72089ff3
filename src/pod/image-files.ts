import type { Pod } from '../api/generated/types.ts'
import { hostnameOf, hostsTextOf } from '../dns/resolver/pod-hosts.ts'
import { printResolvConf, type ResolvConf } from '../dns/resolver/resolv-conf.ts'
import { repositoryOf } from '../images/image.ts'
import { knownImage } from '../images/known-image.ts'
import { type Entry, fileOf, folderAt } from './files/entry.ts'
import type { System } from './systems/system.ts'

export interface ImageFilesOptions {
  readonly pod: Pod
  /** The reference of the image. */
  readonly image: string
  readonly system: System
  readonly resolvConf: ResolvConf
  readonly clusterDomain: string
}

const folders = ['/bin', '/usr/bin', '/etc', '/home', '/proc', '/root', '/tmp', '/var/log', '/var/run', '/dev', '/sys']

/** What a container begins with: the folders and programs of its image, and the files that the kubelet writes. */
export const imageFiles = (options: ImageFilesOptions): ReadonlyMap<string, Entry> => {
  const { pod, system, image } = options
  const at = Date.parse(pod.status?.startTime ?? pod.metadata.creationTimestamp ?? '') || 0
  const folder = (path: string): [string, Entry] => [path, folderAt(at, path === '/tmp' ? 0o1777 : 0o755)]
  const known = knownImage(image)
  const own = known?.files ?? {}
  const texts = { ...system.files, ...own, ...kernelFiles(options), ...kubeletFiles(options) }
  return new Map<string, Entry>([
    ...[...folders, ...Object.keys(own).flatMap(foldersTo)].map(folder),
    ...[...system.programs, ...(known?.programs ?? [])].map((name): [string, Entry] => programFile(system, name, at)),
    // One that stands at the top, as who builds an image of one program puts it.
    ...(system.programs.includes('agnhost')
      ? [['/agnhost', fileOf(`#!/bin/sh\nexec ${system.folder}/agnhost "$@"\n`, at, 0o755)] as [string, Entry]]
      : []),
    ...Object.entries(texts).map(([path, text]): [string, Entry] => [path, fileOf(text, at)]),
  ])
}

/** The folders that lead to a file, from the top. */
const foldersTo = (path: string): readonly string[] => {
  const parts = path.split('/').slice(1, -1)
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)
}

/** A program has a file, so that the shell finds it and `ls` shows it; what runs is not in there. */
export const programFile = ({ folder }: Pick<System, 'folder'>, name: string, at: number): [string, Entry] => [
  `${folder}/${name}`,
  fileOf('', at, 0o755),
]

/** What the kernel tells in /proc: how the container's own program was called, and with what environment is not there. */
const kernelFiles = ({ pod, image }: ImageFilesOptions): Readonly<Record<string, string>> => {
  const { command = [], args = [] } = pod.spec.containers.find(each => each.image === image) ?? {}
  const words = [...command, ...args]
  const own = words.length > 0 ? words : [repositoryOf(image).split('/').at(-1) ?? '']
  return {
    '/proc/1/cmdline': `${own.join('\0')}\0`,
    '/proc/1/comm': `${own[0]?.split('/').at(-1)}\n`,
    '/proc/version': 'Linux version 6.8.0-60-generic (buildd@lcy02-amd64) #63-Ubuntu SMP\n',
    '/proc/loadavg': '0.21 0.18 0.11 1/412 17\n',
  }
}

const kubeletFiles = ({ pod, resolvConf, clusterDomain }: ImageFilesOptions): Readonly<Record<string, string>> => ({
  '/etc/hostname': `${hostnameOf(pod)}\n`,
  '/etc/hosts': hostsTextOf(pod, clusterDomain),
  '/etc/resolv.conf': printResolvConf(resolvConf),
  '/dev/termination-log': '',
})
