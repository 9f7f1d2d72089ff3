import { randomSuffix } from '../../api/random-suffix.ts'
import type { Random } from '../../util/random.ts'

/**
 * The name of a container after its image: the last part of its path, without tag and digest. Where that has characters
 * that a container's name cannot have, five of chance are put behind it.
 */
export const containerName = (image: string, random: () => Random): string => {
  const last = image.slice(image.lastIndexOf('/') + 1)
  const [name = ''] = (last.split(':')[0] ?? '').split('@')
  return /[_.]/.test(name) ? `${name.replace(/[_.]/g, '-')}-${randomSuffix(random())}` : name
}
