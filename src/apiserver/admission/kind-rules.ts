import { contextOf } from '../server.ts'
import type { Admission } from './admission.ts'

/** What a kind itself asks of the cluster: a pod's service account, its priority, its namespace's limit ranges. */
export const kindRules: Admission = {
  name: 'kind rules',
  mutate: (server, { resource, object, old, dryRun }) =>
    resource.admit?.(object, contextOf(server, dryRun), old) ?? object,
}
