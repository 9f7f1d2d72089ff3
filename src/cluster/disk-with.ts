import type { KeptEntries, PodDisk } from '../api/pod-disk.ts'
import { sameJson } from '../util/same-json.ts'

interface Step {
  readonly from: PodDisk
  readonly to: PodDisk
}

/** A pod's disk with what became other between two states of it: what others wrote meanwhile stays. */
export const diskWith = (disk: PodDisk, { from, to }: Step): PodDisk => ({
  containers: {
    ...disk.containers,
    ...Object.fromEntries(
      Object.entries(to.containers).map(([name, { run, entries }]) => {
        const old = from.containers[name]
        const now = disk.containers[name]
        const changed = changes(old?.run === run ? old.entries : {}, entries)
        return [name, { run, entries: { ...(now?.run === run ? now.entries : {}), ...changed } }]
      }),
    ),
  },
  volumes: {
    ...disk.volumes,
    ...Object.fromEntries(
      Object.entries(to.volumes).map(([name, entries]) => [
        name,
        { ...disk.volumes[name], ...changes(from.volumes[name] ?? {}, entries) },
      ]),
    ),
  },
})

const changes = (from: KeptEntries, to: KeptEntries): KeptEntries =>
  Object.fromEntries(Object.entries(to).filter(([path, entry]) => !sameJson(entry, from[path])))
