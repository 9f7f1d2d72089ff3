import { parseGoDuration, printGoDuration } from '../util/go-duration.ts'
import { wrongArguments } from './corefile/values.ts'
import { goRegExp } from './go-regexp.ts'
import { CorefileError, type Directive } from './plugin.ts'
import type { World } from './world.ts'

/** Errors of one kind, of which only the number is logged. */
export interface Consolidation {
  /** Logs how many there were, if their time is over. */
  tell(): void
  /** Counts a line that is of this kind: the level to log it at (empty: not at all); undefined if it is not. */
  take(line: string): string | undefined
}

const levels: Readonly<Record<string, string>> = { warning: 'WARNING', error: 'ERROR', info: 'INFO', debug: 'DEBUG' }

/** Reads `consolidate DURATION REGEXP [LEVEL] [show_first]` of the plugin `errors`. */
export const consolidation = (line: Directive, { log, clock }: Pick<World, 'log' | 'clock'>): Consolidation => {
  const [duration = '', text = ''] = line.args
  if (line.args.length < 2 || line.args.length > 4) throw wrongArguments(line)
  const period = parsed(line, () => parseGoDuration(duration))
  const pattern = parsed(line, () => goRegExp(text))
  const { level, showsFirst } = optionsOf(line)
  let count = 0
  let until = 0
  return {
    tell() {
      if (count === 0 || clock.now() < until) return
      log(`[${level}] plugin/errors: ${count} errors like '${text}' occurred in last ${printGoDuration(period)}`)
      count = 0
    },
    take(error) {
      if (!pattern.test(error)) return undefined
      if (count === 0) until = clock.now() + period
      count++
      return showsFirst && count === 1 ? level : ''
    },
  }
}

const parsed = <T>(line: Directive, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw new CorefileError(line, error instanceof Error ? error.message : String(error))
  }
}

const optionsOf = (line: Directive): { readonly level: string; readonly showsFirst: boolean } => {
  let level: string | undefined
  let showsFirst = false
  for (const word of line.args.slice(2)) {
    if (Object.hasOwn(levels, word)) {
      if (level !== undefined) throw new CorefileError(line, 'multiple log levels specified in consolidate')
      if (showsFirst) throw new CorefileError(line, 'log level must come before show_first in consolidate')
      level = levels[word]
    } else if (word === 'show_first') showsFirst = true
    else throw new CorefileError(line, `unknown option in consolidate: ${word}`)
  }
  return { level: level ?? 'ERROR', showsFirst }
}
