import type { ConfigMap, Secret } from './generated/types.ts'

/** What a ConfigMap or Secret holds; null where there was none. */
export type SettingData = ConfigMap['data'] | Secret['data'] | null

/** A run of a container. `startedAt`: milliseconds. */
export interface StartedRun {
  readonly namespace: string
  readonly pod: string
  readonly container: string
  readonly startedAt: number
}

/**
 * What the ConfigMaps and Secrets that a container's environment names held when a run of it began, by kind and name
 * (`ConfigMap/web`): those that hold something else now. A container keeps the environment that it started with.
 */
export type StartedWith = (run: StartedRun) => Readonly<Record<string, SettingData>>

export const settingKey = (kind: 'ConfigMap' | 'Secret', name: string): string => `${kind}/${name}`
