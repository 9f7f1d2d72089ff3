import type { Command } from 'commander'
import type { KubeObject } from '../api/meta.ts'
import { lastAppliedOf, withLastApplied } from './manifests/last-applied.ts'

export interface SaveConfigFlags {
  readonly saveConfig: boolean
}

/** Adds `--save-config`. */
export const declareSaveConfig = (command: Command): Command =>
  command.option('--save-config', 'Note the configuration in an annotation, for a later kubectl apply.', false)

/**
 * The object with the annotation of `kubectl apply`: where it is asked for, and brought up to date where it is there.
 */
export const saveConfig = (object: KubeObject, { saveConfig: save }: SaveConfigFlags): KubeObject =>
  save || lastAppliedOf(object) !== undefined ? withLastApplied(object) : object
