import type { ContainerFile, FilesOf } from '../api/container-files.ts'
import type { Container, Pod } from '../api/generated/types.ts'
import type { KubeObject } from '../api/meta.ts'
import { emptyDisk, type PodDisk } from '../api/pod-disk.ts'
import { environmentOf } from '../api/pod-environment.ts'
import type { ClusterView } from '../api/view.ts'
import { withKept } from '../pod/disk/kept-disk.ts'
import { runOf } from '../pod/disk/run-of.ts'
import type { Entry } from '../pod/files/entry.ts'
import { resolveLinks } from '../pod/files/resolve-links.ts'
import { mountsOf } from '../pod/volumes/mounts.ts'
import type { Store } from '../store/store.ts'
import { isDefined } from '../util/range.ts'
import { type PodRecord, readRecord } from './pod-records.ts'
import { removalKey } from './removals.ts'

export interface FilesWorld {
  readonly store: Store<KubeObject>
  readonly view: ClusterView
  readonly clusterDomain: string
}

const nothing: Pick<PodRecord, 'disk' | 'removals'> = { disk: emptyDisk, removals: {} }

/** The files of containers beside those of their images: what was written in them, and what their volumes bring. */
export const containerFiles =
  (world: FilesWorld): FilesOf =>
  (pod, container) => {
    const { namespace = 'default', name } = pod.metadata
    const { disk, removals } = pod.status ? readRecord(world.store, { namespace, pod: name }) : nothing
    const own = disk.containers[container.name]
    const written = own?.run === runOf(pod, container.name) ? own.entries : {}
    const volumes = Object.values(disk.volumes).flatMap(entries => Object.values(entries))
    const removed = (path: string): number => removals[removalKey(container.name, path)] ?? 0
    let known: ReadonlyMap<string, Entry> | undefined
    return {
      find(path) {
        if (written[path] === null) return { isThere: false, text: '', at: removed(path) }
        known ??= entriesOf(world, { pod, container, disk })
        return fileIn(known, path)
      },
      writtenAt: [
        ...[...Object.values(written), ...volumes].map(entry => entry?.at).filter(isDefined),
        ...Object.keys(written).flatMap(path => (written[path] === null ? [removed(path)] : [])),
      ],
    }
  }

const entriesOf = (
  { view, clusterDomain }: FilesWorld,
  { pod, container, disk }: { readonly pod: Pod; readonly container: Container; readonly disk: PodDisk },
): ReadonlyMap<string, Entry> => {
  const variable = (wanted: string): string | undefined =>
    environmentOf(pod, container, view).find(each => each.name === wanted)?.value
  const mounts = mountsOf({ pod, container, cluster: view, clusterDomain, variable })
  return withKept(new Map(), disk, { container: container.name, run: runOf(pod, container.name), mounts })
}

const fileIn = (entries: ReadonlyMap<string, Entry>, path: string): ContainerFile | undefined => {
  const entry = entries.get(resolveLinks(entries, path, 'open'))
  if (!entry) return undefined
  return { isThere: true, text: entry.kind === 'file' ? entry.content.toString('utf8') : '', at: entry.at }
}
