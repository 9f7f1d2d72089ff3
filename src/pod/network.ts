import type { Pod } from '../api/generated/types.ts'
import { parseHosts } from '../dns/resolver/hosts-file.ts'
import { parseResolvConf } from '../dns/resolver/resolv-conf.ts'
import { clusterWorld } from '../tools/cluster-world.ts'
import { pinsOf } from '../tools/pins.ts'
import type { ToolWorld } from '../tools/tool.ts'
import type { FileTree } from './files/file-tree.ts'
import { absolutePath } from './files/paths.ts'
import type { Host } from './host.ts'
import type { Streams, Surroundings } from './programs/program.ts'
import type { System } from './systems/system.ts'

/** The network as the containers of a pod have it. */
export interface PodNetwork {
  look(): Promise<Surroundings>
  /** Where the pod is, before it has files of its own. */
  place(): Promise<ToolWorld>
  /** The same with what its files say of names. */
  open(files: FileTree, streams: Streams): Promise<ToolWorld>
}

export const networkOf = ({ host, pod }: { readonly host: Host; readonly pod: Pod }, system: System): PodNetwork => {
  const { namespace = 'default', name } = pod.metadata
  const worldFor = async (files: ToolWorld['files'], { out, err }: Pick<Streams, 'out' | 'err'>) => {
    const { cluster, settings, now, random } = await host.look()
    return clusterWorld({
      ...{ cluster, now, random, namespace, out, err, files },
      clusterDomain: settings.clusterDomain,
      from: `pod/${name}`,
      libc: system.libc,
      kubelet: host.kubelet,
      pins: pinsOf(cluster),
      keepPins: pins => host.keepPins(pins),
    })
  }
  return {
    async look() {
      const { cluster, now } = await host.look()
      return { view: cluster, pod: cluster.get<Pod>('Pod', namespace, name) ?? pod, now }
    },
    place: () => worldFor(noFiles, { out: nowhere, err: nowhere }),
    async open(files, streams) {
      const world = await worldFor(filesFrom(files, streams.folder), streams)
      return {
        ...world,
        hosts: parseHosts(textAt(files, '/etc/hosts')),
        resolvConf: parseResolvConf(textAt(files, '/etc/resolv.conf')),
      }
    },
  }
}

const nowhere = { write: () => undefined }
const noFiles = { read: () => '', write: () => undefined }

const filesFrom = (files: FileTree, folder: string): ToolWorld['files'] => ({
  read: path => files.read(absolutePath(path, folder)).toString('utf8'),
  write: (path, text) => files.write(absolutePath(path, folder), text),
})

const textAt = (files: FileTree, path: string): string =>
  files.find(path)?.kind === 'file' ? files.read(path).toString('utf8') : ''
