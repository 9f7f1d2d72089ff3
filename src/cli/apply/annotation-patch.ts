import type { Patch } from '../../api/client.ts'
import type { KubeObject } from '../../api/meta.ts'
import { toGoJson } from '../../util/go-json.ts'
import { lastAppliedAnnotation } from '../manifests/last-applied.ts'

/** An object as the annotation notes it when it is set by hand: just as it is written. */
export const configurationNote = (object: KubeObject | undefined): string => `${toGoJson(object)}\n`

/** The patch that sets the annotation and nothing else. */
export const annotationPatch = (object: KubeObject | undefined): Patch => ({
  type: 'merge',
  body: { metadata: { annotations: { [lastAppliedAnnotation]: configurationNote(object) } } },
})
