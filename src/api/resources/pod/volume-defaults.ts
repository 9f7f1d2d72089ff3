import { changeField } from '../../../util/change-field.ts'
import type { DownwardAPIVolumeFile, Volume, VolumeProjection } from '../../generated/types.ts'

/** Read by everybody, written by the owner: 0644. */
const readable = 420
const hour = 3600

/** A volume with all that the server fills in; without any source it is an empty folder. */
export const volumeDefaults = (volume: Volume): Volume => {
  if (Object.keys(volume).every(key => key === 'name')) return { ...volume, emptyDir: {} }
  const modes = ['secret', 'configMap', 'downwardAPI', 'projected'] as const
  const readables = modes.reduce<Volume>(
    (result, key) => changeField(result, key, source => ({ ...source, defaultMode: source.defaultMode ?? readable })),
    volume,
  )
  const typed = changeField(readables, 'hostPath', source => ({ ...source, type: source.type ?? '' }))
  const items = changeField(typed, 'downwardAPI', source =>
    changeField(source, 'items', files => files.map(fileDefaults)),
  )
  const claimed = changeField(items, 'ephemeral', source =>
    changeField(source, 'volumeClaimTemplate', template => ({
      ...template,
      spec: { ...template.spec, volumeMode: template.spec.volumeMode ?? 'Filesystem' },
    })),
  )
  return changeField(claimed, 'projected', source =>
    changeField(source, 'sources', sources => sources.map(projectionDefaults)),
  )
}

const fileDefaults = (file: DownwardAPIVolumeFile): DownwardAPIVolumeFile =>
  changeField(file, 'fieldRef', field => ({ ...field, apiVersion: field.apiVersion || 'v1' }))

const projectionDefaults = (projection: VolumeProjection): VolumeProjection => {
  const lasting = changeField(projection, 'serviceAccountToken', token => ({
    ...token,
    expirationSeconds: token.expirationSeconds ?? hour,
  }))
  return changeField(lasting, 'downwardAPI', source => changeField(source, 'items', files => files.map(fileDefaults)))
}
