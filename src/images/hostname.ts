import type { Pod } from '../api/generated/types.ts'

/** What the containers of a pod take for the name of their machine. */
export const hostnameOf = ({ metadata, spec }: Pod): string =>
  spec.hostNetwork ? (spec.nodeName ?? '') : (spec.hostname ?? metadata.name)
