/** A recorded session: files, and commands with what they printed. */
export interface Scenario {
  readonly name: string
  readonly title: string
  readonly files: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

export interface Step {
  readonly cmd: string
  readonly stdout: string
  readonly stderr: string
  readonly code: number
  /** How long the recording waited behind the step, in milliseconds. */
  readonly settle?: number
  /** The step prints words of our own: only that it prints, its exit code and stderr count. */
  readonly own?: boolean
}

const safe = 'bcdfghjklmnpqrstvwxz2456789'
const known = ['127.0.0.1', '0.0.0.0', '10.96.0.1', '10.96.0.10']

/** The addresses and ports that a scenario itself names: these are compared as they are. */
export const literalsOf = ({ files, steps }: Scenario): ReadonlySet<string> => {
  const text = [...Object.values(files), ...steps.map(({ cmd }) => cmd)].join('\n')
  return new Set([...(text.match(/\d+\.\d+\.\d+\.\d+|\b3[0-2]\d{3}\b/g) ?? []), ...known])
}

/** A text with what every cluster makes up by itself (addresses, times, ids, suffixes) replaced by words. */
export const normalForm = (text: string, literals: ReadonlySet<string>): string => {
  const unless = (word: string) => (found: string) => (literals.has(found) ? found : word)
  return text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '<time>')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, '<time>')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4} UTC/g, '<time>')
    .replace(/^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ /gm, '$1<klog> ')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
    .replace(/(\\?"?resourceVersion\\?"?: ?)\\?"\d+\\?"/g, '$1"<rv>"')
    .replace(/\d+\.\d+\.\d+\.\d+/g, unless('<ip>'))
    .replace(/\b3[0-2]\d{3}\b/g, unless('<nodeport>'))
    .replace(new RegExp(`-[${safe}]{7,10}-[${safe}]{5}\\b`, 'g'), '-<hash>-<rand>')
    .replace(new RegExp(`-[${safe}]{7,10}\\b`, 'g'), '-<hash>')
    .replace(new RegExp(`(pod-template-hash[=:] ?)[${safe}]{7,10}\\b`, 'g'), '$1<hash>')
    .replace(new RegExp(`-[${safe}]{5}\\b`, 'g'), '-<rand>')
    .replace(/(^|[\s(])((\d+[ydhms]){1,2}|<unknown>|<invalid>)(?=$|[\s)])/gm, '$1<age>')
    .split('\n')
    .map(line =>
      line
        .replace(/[ \t]+$/, '')
        .replace(/(\S) {2,}/g, '$1  ')
        .replace(/(\S)\t+/g, '$1  '),
    )
    .join('\n')
}

/** Equal in normal form; the rows of a `get` that sorts by nothing may come in another order. */
export const agrees = (cmd: string, expected: string, actual: string): boolean => {
  if (expected === actual) return true
  if (!/\bget\b/.test(cmd) || /sort-by/.test(cmd)) return false
  const rows = (text: string) => text.split('\n').toSorted().join('\n')
  return rows(expected) === rows(actual)
}
