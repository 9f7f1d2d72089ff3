import type { Resource } from '../api/resource.ts'
import { isDns1123Subdomain } from '../api/validation/names.ts'
import type { MetaRules } from '../api/validation/object-meta.ts'

/** What metadata may hold in an object of this kind. */
export const metaRules = ({ namespaced, validateName }: Resource): MetaRules => ({
  namespaced,
  name: validateName ?? isDns1123Subdomain,
})
