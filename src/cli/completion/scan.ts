import type { LoadedVerb } from '../program/command.ts'
import { longOption, shortOption, takesValue } from '../program/pflag.ts'

/** A flag (by its long name) whose value is being typed. */
export interface FlagValue {
  readonly name: string
  readonly text: string
}

export interface Typed {
  readonly operands: readonly string[]
  /** The values of flags, by long name; of those without value `true`. */
  readonly values: ReadonlyMap<string, string>
  /** The flag that the next word is the value of. */
  readonly open: FlagValue | undefined
  /** Whether `--` stood there: then nothing is a flag any more. */
  readonly isEnded: boolean
}

/** Takes words apart as far as they are understood; nothing is refused. */
export const scanFlags = (before: readonly string[], { command }: LoadedVerb): Typed => {
  const queue = [...before]
  const operands: string[] = []
  const values = new Map<string, string>()
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') return { operands: [...operands, ...queue], values, open: undefined, isEnded: true }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word)
      continue
    }
    const [flag = '', inline] = splitOnce(word)
    const option = flag.startsWith('--') ? longOption(command, flag.slice(2)) : shortOption(command, flag.slice(1, 2))
    const name = option?.long?.slice(2) ?? flag.replace(/^-+/, '')
    const glued = flag.startsWith('--') ? inline : (inline ?? (flag.slice(2) || undefined))
    if (glued !== undefined) values.set(name, glued)
    else if (option && !takesValue(option)) values.set(name, 'true')
    else if (queue.length === 0) return { operands, values, open: { name, text: '' }, isEnded: false }
    else values.set(name, queue.shift() ?? '')
  }
  return { operands, values, open: undefined, isEnded: false }
}

const splitOnce = (word: string): readonly [string, string?] => {
  const equals = word.indexOf('=')
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)]
}
