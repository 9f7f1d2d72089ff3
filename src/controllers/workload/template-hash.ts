import type { PodTemplateSpec } from '../../api/generated/types.ts'
import { toGoJson } from '../../util/go-json.ts'
import { hashOf } from '../../util/hash.ts'
import { omit } from '../../util/omit.ts'
import { sameJson } from '../../util/same-json.ts'

export const templateHashKey = 'pod-template-hash'

const alphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** Text that looks like no word: each character stands for one of the safe alphabet. */
export const safeText = (text: string): string =>
  [...text].map(character => alphabet[character.charCodeAt(0) % alphabet.length]).join('')

/**
 * A name for a pod template: the same for the same template. The real one hashes a dump of Go's memory, so that only
 * its form can be had: the digits of a 32-bit number in a safe alphabet. `collisions` makes another one.
 */
export const templateHash = (template: PodTemplateSpec, collisions = 0): string =>
  safeText(String(hashOf(`${toGoJson(withoutHash(template))}${collisions || ''}`)))

/** Whether two templates are the same but for the label that holds their hash. */
export const sameTemplate = (left: PodTemplateSpec, right: PodTemplateSpec): boolean =>
  sameJson(withoutHash(left), withoutHash(right))

export const withHash = (template: PodTemplateSpec, hash: string): PodTemplateSpec => ({
  ...template,
  metadata: {
    ...(template.metadata ?? { name: '' }),
    labels: { ...template.metadata?.labels, [templateHashKey]: hash },
  },
})

const withoutHash = (template: PodTemplateSpec): PodTemplateSpec => {
  const { metadata } = template
  if (!metadata?.labels) return template
  return { ...template, metadata: { ...metadata, labels: omit(metadata.labels, templateHashKey) } }
}
