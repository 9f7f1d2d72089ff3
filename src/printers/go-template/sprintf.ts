import { formatVerb } from './format-verb.ts'
import type { Spec } from './spec.ts'
import { Int, kindOf, toNumber, typeOf, valueText } from './values.ts'

/** Text as Go's Sprintf makes it of a format and its arguments, with its `%!d(string=x)` for what does not fit. */
export const sprintf = (format: string, args: readonly unknown[]): string => {
  const state: State = { args, next: 0, reordered: false, good: true }
  const text = format.replace(directive, (_, ...groups: (string | undefined)[]) => formatOne(groups, state))
  const extra = state.reordered ? [] : args.slice(state.next).map(extraText)
  return extra.length > 0 ? `${text}%!(EXTRA ${extra.join(', ')})` : text
}

interface State {
  readonly args: readonly unknown[]
  next: number
  /** Whether an argument was named by its number: then what is left over is no mistake. */
  reordered: boolean
  good: boolean
}

const index = '(\\[[^\\]]*\\])?'
const directive = new RegExp(
  `%([-+# 0]*)(?:${index}(\\*)|([0-9]+))?(?:(\\.)(?:${index}(\\*)|([0-9]*)))?${index}([\\s\\S]|$)`,
  'gu',
)

const formatOne = (groups: readonly (string | undefined)[], state: State): string => {
  const [flags = '', widthIndex, widthStar, width, point, precisionIndex, precisionStar, precision, place, verb] =
    groups
  state.good = true
  const problems: string[] = []
  let spec: Spec = { flags, verb: verb ?? '' }
  if (width !== undefined) spec = { ...spec, width: Number(width) }
  if (widthStar) spec = withWidth(spec, takeNumber(widthIndex, state), problems)
  if (point) spec = { ...spec, precision: Number(precision || 0) }
  if (precisionStar) spec = withPrecision(spec, takeNumber(precisionIndex, state), problems)
  goTo(place, state)
  return problems.join('') + formatNext(spec, state)
}

const formatNext = (spec: Spec, state: State): string => {
  const { verb } = spec
  if (verb === '') return '%!(NOVERB)'
  if (verb === '%') return '%'
  if (!state.good) return `%!${verb}(BADINDEX)`
  if (state.next >= state.args.length) return `%!${verb}(MISSING)`
  return formatVerb(state.args[state.next++], spec)
}

// `[3]` goes to the third argument; what is no such number makes the directive a bad one.
const goTo = (place: string | undefined, state: State): void => {
  if (place === undefined) return
  state.reordered = true
  const number = /^\[([0-9]+)\]$/.exec(place)?.[1]
  const wanted = Number(number ?? 0) - 1
  if (wanted < 0 || wanted >= state.args.length) state.good = false
  else state.next = wanted
}

const takeNumber = (place: string | undefined, state: State): number | undefined => {
  goTo(place, state)
  const value = state.args[state.next]
  if (state.next < state.args.length) state.next += 1
  const isInt = value instanceof Int || kindOf(value) === 'int'
  return isInt && Math.abs(Number(toNumber(value))) <= 1e6 ? Number(toNumber(value)) : undefined
}

const withWidth = (spec: Spec, width: number | undefined, problems: string[]): Spec => {
  if (width === undefined) problems.push('%!(BADWIDTH)')
  if (width === undefined || width >= 0) return { ...spec, width: width ?? 0 }
  return { ...spec, width: -width, flags: `${spec.flags.replaceAll('0', '')}-` }
}

const withPrecision = ({ precision: _, ...spec }: Spec, precision: number | undefined, problems: string[]): Spec => {
  if (precision === undefined || precision < 0) problems.push('%!(BADPREC)')
  return precision === undefined || precision < 0 ? spec : { ...spec, precision }
}

const extraText = (arg: unknown): string => (kindOf(arg) === 'invalid' ? '<nil>' : `${typeOf(arg)}=${valueText(arg)}`)
