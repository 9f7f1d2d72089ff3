import type { Container, Pod } from '../api/generated/types.ts'
import { environmentOf } from '../api/pod-environment.ts'
import { hostnameOf } from '../dns/resolver/pod-hosts.ts'
import { type DiskOwner, diskAfter, withKept } from './disk/kept-disk.ts'
import { runOf } from './disk/run-of.ts'
import { createFileTree, type FileTree } from './files/file-tree.ts'
import { isWithin } from './files/paths.ts'
import type { Host } from './host.ts'
import { imageFiles } from './image-files.ts'
import { networkOf } from './network.ts'
import type { Machine } from './programs/program.ts'
import type { Interrupt } from './shell/interrupt.ts'
import { systemOf } from './systems/system-of.ts'
import { type Mount, mountsOf } from './volumes/mounts.ts'

export interface ContainerOptions {
  readonly host: Host
  readonly pod: Pod
  readonly container: Container
  readonly interrupt: Interrupt
}

/** A container to run programs in. */
export interface OpenContainer {
  readonly machine: Machine
  /** The folder that its programs start in. */
  readonly folder: string
  /** Keeps what was written in it. */
  save(): Promise<void>
  /** Whether it is there still, in the run that was opened. */
  isRunning(): Promise<boolean>
}

// What the state of a cluster should not grow by for one container.
const space = 1 << 20

/** Opens a container with its files as they were left. */
export const openContainer = async (options: ContainerOptions): Promise<OpenContainer> => {
  const { host, pod, container, interrupt } = options
  const { cluster, settings, now } = await host.look()
  const { clusterDomain } = settings
  const system = systemOf(container.image ?? '')
  const variables = environmentOf(pod, container, cluster)
  const variable = (name: string): string | undefined => variables.find(each => each.name === name)?.value
  const mounts = mountsOf({ pod, container, cluster, clusterDomain, variable })
  const owner = { container: container.name, run: runOf(pod, container.name), mounts }
  const place = { namespace: pod.metadata.namespace ?? 'default', pod: pod.metadata.name }
  const network = networkOf(options, system)
  const { resolvConf } = await network.place()
  const image = imageFiles({ pod, image: container.image ?? '', system, resolvConf, clusterDomain })
  const files = createFileTree({
    entries: withKept(image, await host.disks.disk(place), owner),
    now: () => now,
    isReadOnly: path => isReadOnly(path, container, mounts),
    space,
  })
  const hostname = hostnameOf(pod)
  const save = saver(host, place, { files, owner })
  const refresh = async (): Promise<void> => {
    await save()
    const { cluster: now } = await host.look()
    const current = now.get<Pod>('Pod', place.namespace, place.pod ?? '') ?? pod
    const filled = mountsOf({ pod: current, container, cluster: now, clusterDomain, variable })
    files.begin(withKept(image, await host.disks.disk(place), { ...owner, mounts: filled }))
  }
  return {
    folder: container.workingDir ?? '/',
    machine: {
      container,
      environment: environmentFor(variables, hostname),
      system,
      files,
      hostname,
      look: network.look,
      network: streams => network.open(files, streams),
      refresh,
      async stop(exitCode) {
        await save()
        await host.stop?.((await network.look()).pod, container, exitCode)
      },
      async sleep(milliseconds) {
        await save()
        await host.sleep(milliseconds, interrupt)
        await refresh()
      },
      isInterrupted: () => interrupt.isRaised,
    },
    save,
    async isRunning() {
      const found = (await host.look()).cluster.get<Pod>('Pod', place.namespace, place.pod)
      return (
        found?.metadata.uid === pod.metadata.uid && found !== undefined && runOf(found, container.name) === owner.run
      )
    },
  }
}

const isReadOnly = (path: string, { securityContext }: Container, mounts: readonly Mount[]): boolean => {
  const mount = mounts.find(each => isWithin(path, each.path))
  return mount ? mount.isReadOnly : securityContext?.readOnlyRootFilesystem === true
}

const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const environmentFor = (
  variables: readonly { readonly name: string; readonly value: string }[],
  hostname: string,
): Readonly<Record<string, string>> => ({
  PATH: searchPath,
  HOSTNAME: hostname,
  ...Object.fromEntries(variables.map(({ name, value }) => [name, value])),
  HOME: '/root',
})

interface Written {
  readonly files: FileTree
  readonly owner: DiskOwner
}

/** Keeps what was written since the last time. */
const saver = (
  { disks }: Host,
  place: { readonly namespace: string; readonly pod: string },
  { files, owner }: Written,
): (() => Promise<void>) => {
  let saved = files.writes
  return async () => {
    if (files.writes === saved) return
    saved = files.writes
    await disks.keepDisk(place, diskAfter(await disks.disk(place), files.changes, owner))
  }
}
