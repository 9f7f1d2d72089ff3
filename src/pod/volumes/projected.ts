import type { VolumeProjection } from '../../api/generated/types.ts'
import { configMapFiles } from './config-map.ts'
import { downwardApiFiles } from './downward-api.ts'
import { secretFiles } from './secret.ts'
import { accountToken } from './service-account-token.ts'
import { defaultMode, defineVolume, type VolumeContext, type VolumeFile } from './volume.ts'

/** Several sources in one folder: the way a service account's token comes into a container. */
export const projectedVolume = defineVolume({
  files: ({ projected }, context) =>
    projected?.sources?.flatMap(source => filesOf(source, context, projected.defaultMode)),
})

const filesOf = (
  { configMap, secret, downwardAPI, serviceAccountToken }: VolumeProjection,
  context: VolumeContext,
  mode = defaultMode,
): readonly VolumeFile[] => [
  ...(configMap ? configMapFiles(configMap, context, mode) : []),
  ...(secret ? secretFiles(secret, context, mode) : []),
  ...(downwardAPI ? downwardApiFiles(downwardAPI.items ?? [], context, mode) : []),
  ...(serviceAccountToken
    ? [{ path: serviceAccountToken.path, content: accountToken(serviceAccountToken, context), mode }]
    : []),
]
