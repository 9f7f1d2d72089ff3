import type { PersistentVolumeClaim } from '../../generated/types.ts'
import { parseQuantity } from '../../quantity.ts'
import type { QuotaRules, Usage } from '../../usage.ts'

const perClass = '.storageclass.storage.k8s.io'

export const claimQuota: QuotaRules<PersistentVolumeClaim> = {
  usage({ spec }) {
    const use: Usage = {
      persistentvolumeclaims: parseQuantity('1'),
      'requests.storage': parseQuantity(String(spec?.resources?.requests?.storage ?? '0')),
    }
    const name = spec?.storageClassName
    if (!name) return use
    const ofClass = Object.entries(use).map(([what, amount]) => [`${name}${perClass}/${what}`, amount])
    return { ...use, ...Object.fromEntries(ofClass) }
  },
}
