/**
 * What stands at a path of a container, as the state keeps it: text or other content of a file, a link, a folder; null
 * where something was taken away. Times are milliseconds since 1970.
 */
export type KeptEntry =
  | null
  | { readonly text: string; readonly mode: number; readonly at: number }
  | { readonly base64: string; readonly mode: number; readonly at: number }
  | { readonly link: string; readonly at: number }
  | { readonly folder: true; readonly mode: number; readonly at: number }

/** By absolute path; of a volume by the path in it. */
export type KeptEntries = Readonly<Record<string, KeptEntry>>

/** What was changed in one run of a container: the next run begins with its image again. */
export interface ContainerDisk {
  readonly run: string
  readonly entries: KeptEntries
}

/** What was written in a pod: in its containers, by name, and in volumes that its containers share. */
export interface PodDisk {
  readonly containers: Readonly<Record<string, ContainerDisk>>
  readonly volumes: Readonly<Record<string, KeptEntries>>
}

export const emptyDisk: PodDisk = { containers: {}, volumes: {} }
