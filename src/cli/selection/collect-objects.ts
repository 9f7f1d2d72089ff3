import type { KubeObject } from '../../api/meta.ts'
import type { Context } from '../verb.ts'
import { type Found, forEachObject, liveObject } from './find-objects.ts'
import type { Selection } from './selection.ts'

/** An object that a command is about, as it is. */
export type Known = Found & { readonly object: KubeObject }

/**
 * All objects of a selection before anything is done with one, and what kept others from being had (nothing:
 * undefined).
 */
export const collectObjects = async (
  selection: Selection,
  context: Context,
): Promise<{ readonly objects: readonly Known[]; readonly error: unknown }> => {
  const objects: Known[] = []
  try {
    await forEachObject(selection, context, async found => {
      objects.push({ ...found, object: found.object ?? (await liveObject(found, context)) })
    })
    return { objects, error: undefined }
  } catch (error) {
    return { objects, error }
  }
}
