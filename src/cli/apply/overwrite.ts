import type { KubeObject } from '../../api/meta.ts'
import { patchesConflict } from '../../api/patch/conflicts.ts'
import { createTwoWayPatch } from '../../api/patch/strategic-diff.ts'
import type { ThreeWayPatch } from '../../api/patch/three-way.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { toGoJson } from '../../util/go-json.ts'
import { goQuote } from '../../util/go-quote.ts'
import { toYaml } from '../../util/yaml/write.ts'
import { lastAppliedOf } from '../manifests/last-applied.ts'
import { during } from '../program/failure.ts'
import type { Context } from '../verb.ts'
import type { FoundInFile } from './found-in-file.ts'
import { foundText } from './found-text.ts'
import { originalOf } from './three-way.ts'
import { withoutOrder } from './without-order.ts'

interface Changes {
  readonly found: FoundInFile
  readonly live: KubeObject
  readonly modified: KubeObject
  readonly patch: ThreeWayPatch
}

/**
 * With --overwrite=false: refuses a patch of fields that were changed since the last apply. kubectl tries in three ways
 * to make its patch, and tells of each.
 */
export const checkOverwrite = ({ found, live, modified, patch }: Changes, { io }: Context): void => {
  const schema = schemaOfKind(found.resource)
  if (!schema || patch.type !== 'strategic') return
  const since = withoutOrder(createTwoWayPatch(originalOf(live), { ...live }, schema))
  if (!patchesConflict(patch.body, since, schema)) return
  const conflict = `patch:\n${toYaml(patch.body)}\nconflicts with changes made from original to current:\n${toYaml(since)}\n`
  io.err.write(`warning: error calculating patch from openapi v3 spec: ${conflict}\n`)
  io.err.write(`warning: error calculating patch from openapi spec: ${conflict}\n`)
  const [after, now] = [toGoJson(modified), toGoJson(live)]
  const texts = `original:\n${lastAppliedOf(live) ?? ''}\nmodified:\n${after}\n\ncurrent:\n${now}\n`
  throw during(
    `error when applying patch:\n\nto:\n${foundText(found)}\nfor: ${goQuote(found.source)}`,
    new Error(`creating patch with:\n${texts}\nfor: ${conflict}`),
  )
}
