import type { ShellKind } from '../systems/system.ts'

export interface Prompting {
  readonly kind: ShellKind
  /** Whether `bash` is that of Debian, which says who one is. */
  readonly isDebian: boolean
  readonly user: string
  readonly hostname: string
  readonly home: string
}

/** The prompt of a shell in a folder: `/ # ` of busybox, `root@web:/# ` of Debian's bash, `# ` of its dash. */
export const promptOf = ({ kind, isDebian, user, hostname, home }: Prompting, folder: string): string => {
  const sign = user === 'root' ? '#' : '$'
  const short = folder === home ? '~' : folder.startsWith(`${home}/`) ? `~${folder.slice(home.length)}` : folder
  if (kind === 'dash') return `${sign} `
  if (kind === 'ash') return `${short} ${sign} `
  return `${isDebian ? `${user}@` : ''}${hostname}:${short}${sign} `
}
