import { configMapVolume } from './config-map.ts'
import { downwardApiVolume } from './downward-api.ts'
import { projectedVolume } from './projected.ts'
import { secretVolume } from './secret.ts'
import type { FilledVolume } from './volume.ts'

/** The kinds of volumes that come with something in them. */
export const filledVolumes: readonly FilledVolume[] = [
  configMapVolume,
  secretVolume,
  projectedVolume,
  downwardApiVolume,
]
