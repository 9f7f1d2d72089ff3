import type { Admission } from './admission.ts'
import { kindRules } from './kind-rules.ts'
import { namespaceLifecycle } from './namespace-lifecycle.ts'
import { resourceQuotas } from './resource-quotas.ts'

/** Who is asked about a write, in the order of the real server. */
export const admissions: readonly Admission[] = [namespaceLifecycle, kindRules, resourceQuotas]
