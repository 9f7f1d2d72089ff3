import type { PersistentVolume } from '../../generated/types.ts'

/** `namespace/name` of the claim that has the volume. */
export const claimOf = ({ spec }: PersistentVolume): string =>
  spec?.claimRef ? `${spec.claimRef.namespace ?? ''}/${spec.claimRef.name ?? ''}` : ''
