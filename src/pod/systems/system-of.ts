import { repositoryOf } from '../../images/image.ts'
import { systems } from './index.ts'
import type { System } from './system.ts'
import { unknownSystem } from './unknown.ts'

/** What an image is made of, as its name and its tag tell: `nginx:1.27-alpine` is of Alpine. */
export const systemOf = (image: string): System => {
  const repository = repositoryOf(image)
  const tag = tagOf(image)
  const system =
    systems.find(known => known.tag?.test(tag)) ??
    systems.find(known => known.images.includes(repository) || known.extra?.[repository]) ??
    (repository.includes('distroless') ? systems.find(({ name }) => name === 'distroless') : undefined) ??
    unknownSystem
  const extra = system.extra?.[repository] ?? []
  const styles = { ...system.styles, ...ownStyles(repository, tag, extra) }
  return { ...system, programs: [...new Set([...system.programs, ...extra])], styles }
}

const tagOf = (image: string): string => /:([^/@]+)(@.*)?$/.exec(image)?.[1] ?? 'latest'

/** Dialects that an image has of its own: its version's, and those of what it has beyond its system. */
const ownStyles = (repository: string, tag: string, extra: readonly string[]): Readonly<Record<string, string>> => {
  if (extra.includes('dig')) return { nslookup: 'bind' }
  if (repository.endsWith('busybox')) return busyboxStyles(tag)
  return {}
}

// Until 1.28 nslookup asked as any program asks, and printed names beside addresses.
const busyboxStyles = (tag: string): Readonly<Record<string, string>> => {
  const [major = 1, minor = 99] = tag.split('.').map(part => Number.parseInt(part, 10))
  if (Number.isNaN(major)) return {}
  if (minor <= 28) return { nslookup: 'busybox-1.28' }
  return minor <= 30 ? { nslookup: 'busybox-1.30' } : {}
}
