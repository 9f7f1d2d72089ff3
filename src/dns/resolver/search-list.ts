import { absolute } from './client.ts'
import type { Outcome } from './outcome.ts'
import type { ResolvConf } from './resolv-conf.ts'

/** Whose way of walking the search list: the C library's of the image, or that of BIND's programs. */
export type Libc = 'glibc' | 'musl'
export type Walker = Libc | 'bind'

/** How a resolver turns the name it is given into names to ask, and which it tries after one (by its index) failed. */
export interface SearchWalk {
  readonly names: readonly string[]
  next(index: number, outcome: Outcome): number | undefined
}

export const searchWalk = (name: string, conf: ResolvConf, walker: Walker): SearchWalk => {
  const names = name.endsWith('.') ? [name] : walks[walker](absolute(name), dotsIn(name), conf)
  const next = (index: number, outcome: Outcome): number | undefined => {
    if (continuing[walker].includes(outcome)) return index + 1 < names.length ? index + 1 : undefined
    // glibc leaves the list at a dead server, but asks for the name as it stands before it gives up.
    const asItStands = names.lastIndexOf(absolute(name))
    return walker === 'glibc' && outcome !== 'refused' && asItStands > index ? asItStands : undefined
  }
  return { names, next }
}

const walks: Record<Walker, (name: string, dots: number, conf: ResolvConf) => readonly string[]> = {
  /** As it stands first if it has ndots dots, else last; RES_DNSRCH makes the list count for names with dots too. */
  glibc: (name, dots, conf) =>
    dots >= conf.options.ndots ? unique([name, ...suffixed(name, conf)]) : unique([...suffixed(name, conf), name]),

  /** No search list at all for a name with ndots dots. */
  musl: (name, dots, conf) => (dots >= conf.options.ndots ? [name] : [...suffixed(name, conf), name]),

  /** As glibc, but the list is only left for another name while a name has no more labels than ndots. */
  bind: (name, dots, conf) => {
    if (dots < conf.options.ndots) return [...suffixed(name, conf), name]
    return dots + 1 > conf.options.ndots ? [name] : [name, ...suffixed(name, conf)]
  },
}

/**
 * glibc goes on after anything but a dead server, musl only after NXDOMAIN (so a name that exists without addresses
 * ends its search), as do BIND's programs.
 */
const continuing: Record<Walker, readonly Outcome[]> = {
  glibc: ['nxdomain', 'nodata', 'servfail'],
  musl: ['nxdomain'],
  bind: ['nxdomain'],
}

const suffixed = (name: string, { search }: ResolvConf): string[] =>
  search.map(domain => (domain === '.' ? name : `${name}${absolute(domain)}`))

const dotsIn = (name: string): number => name.split('.').length - 1

const unique = (names: readonly string[]): string[] => [...new Set(names)]
