import type { Container } from '../api/generated/types.ts'
import { knownImage } from './known-image.ts'
import { mountsWithin } from './mounted-texts.ts'

/** Whether a container's server reads at its start what a volume brings, and may find that it cannot run with it. */
export const checksItsStart = (container: Container): boolean => {
  if (container.command?.length) return false
  const folder = knownImage(container.image ?? '')?.configuredIn
  return folder !== undefined && mountsWithin(container, folder)
}
