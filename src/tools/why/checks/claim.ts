import type { PersistentVolumeClaim } from '../../../api/generated/types.ts'
import { askedFor, defineCheck } from '../check.ts'
import { unboundClaim } from '../claim-trouble.ts'
import { nameOf } from '../commands.ts'

/** A claim without a volume. */
export const claim = defineCheck({
  name: 'claim',
  applies: ({ object }) => object?.kind === 'PersistentVolumeClaim',
  find(context) {
    const found = askedFor<PersistentVolumeClaim>(context.target, 'PersistentVolumeClaim')
    const trouble = found && unboundClaim(found, context)
    return trouble ? [{ about: nameOf(context, found), ...trouble }] : []
  },
})
