import { recordClass, recordType } from '../bind/record-types.ts'
import { reverseArgument } from '../bind/reverse-argument.ts'
import type { Server } from '../bind/server-list.ts'
import { banner } from './banner.ts'
import { type DashOption, dashOption } from './dash-options.ts'
import { defaultGlobalOptions, defaultLookupOptions, type GlobalOptions, type LookupOptions } from './lookup-options.ts'
import { type PlusChange, plusOption } from './plus-options.ts'
import { usage } from './usage.ts'

/** The command line as read: the lookups in order, or what to print instead. */
export type DigArguments =
  | { readonly lookups: readonly LookupOptions[]; readonly global: GlobalOptions; readonly warnings: string }
  | { readonly out: string; readonly err: string; readonly code: number }

type Stop = Extract<DigArguments, { code: number }>

interface State {
  readonly argv: readonly string[]
  /** What a name that follows starts from. */
  readonly base: LookupOptions
  readonly lookups: readonly LookupOptions[]
  readonly global: GlobalOptions
  /** A word may still be a type or a class: `-t` and `-c` end that. */
  readonly openWords: boolean
  readonly servers: number
  readonly warnings: string
}

/** Finds the servers of an `@word`. */
export type FindServers = (
  word: string,
) => Promise<{ readonly servers: readonly Server[] } | { readonly failure: string }>

export const parseDigArguments = async (argv: readonly string[], findServers: FindServers): Promise<DigArguments> => {
  let state: State = {
    argv,
    base: defaultLookupOptions,
    lookups: [],
    global: defaultGlobalOptions,
    openWords: true,
    servers: 0,
    warnings: '',
  }
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    const dash = word.startsWith('-') ? dashOption(word.slice(1), argv[at + 1]) : undefined
    if (dash?.takesNext) at += 1
    const next = dash
      ? withDash(state, dash)
      : word.startsWith('@')
        ? await withServer(state, word.slice(1), findServers)
        : withWord(state, word)
    if ('code' in next) return next
    state = next
  }
  // Without a name dig asks for the name servers of the root.
  const ended = state.lookups.length
    ? state
    : withName({ ...state, base: { ...state.base, type: 'NS', typeSet: true } }, '.')
  return { lookups: ended.lookups, global: ended.global, warnings: ended.warnings }
}

const withWord = (state: State, word: string): State | Stop => {
  if (word.startsWith('+')) return withPlus(state, word)
  if (!state.openWords) return withName(state, word)
  const type = recordType(word)
  if (type) return withType(state, type)
  const ofClass = recordClass(word)
  return ofClass ? withClass(state, ofClass) : withName(state, word)
}

const withPlus = (state: State, word: string): State | Stop => {
  const text = word.slice(1)
  const change = plusOption(text, current(state), state.lookups.length === 0)
  return 'refusal' in change
    ? refusal(word, change)
    : { ...changed(state, change.lookup ?? {}), global: { ...state.global, ...change.global } }
}

const refusal = (word: string, change: Extract<PlusChange, { refusal: string }>): Stop => {
  if (change.refusal === 'number') {
    const { what, value, problem } = change
    return { out: `invalid ${what} '${value}': ${problem}\n`, err: `dig: Couldn't parse ${what}\n`, code: 10 }
  }
  const err =
    change.refusal === 'invalid'
      ? `Invalid option: ${word.replace(/=.*/, '')}\n${usage}`
      : `dig: kubesim's dig does not know how to do ${word}\n`
  return { out: '', err, code: 1 }
}

const withDash = (state: State, dash: DashOption): State | Stop => {
  switch (dash.kind) {
    case 'stop':
      return { out: dash.out, err: dash.err, code: dash.code }
    case 'name':
      return withName(state, dash.value)
    case 'address': {
      const name = reverseArgument(dash.value, false) ?? dash.value
      return withName(state, name, 'PTR')
    }
    case 'type':
      return withType({ ...state, openWords: false }, dash.value)
    case 'class':
      return withClass({ ...state, openWords: false }, dash.value)
    case 'port':
      return { ...state, global: { ...state.global, port: dash.value } }
    case 'microseconds':
      return changed(state, { microseconds: true })
    case 'warning':
      return { ...state, openWords: false, warnings: state.warnings + dash.value }
    default:
      return state
  }
}

const withServer = async (state: State, word: string, findServers: FindServers): Promise<State | Stop> => {
  const found = await findServers(word)
  if ('failure' in found) return { out: '', err: `dig: ${found.failure}\n`, code: 1 }
  return { ...changed(state, { servers: found.servers }), servers: found.servers.length }
}

const withType = (state: State, type: string): State => {
  const again = current(state).typeSet ? ';; Warning, extra type option\n' : ''
  const transfer = type === 'AXFR'
  const { show } = current(state)
  const { transferQuestion: question, transferComments: comments } = state.global
  return {
    ...changed(state, { type, typeSet: true, ...(transfer && { show: { ...show, question, comments } }) }),
    warnings: state.warnings + again,
  }
}

const withClass = (state: State, ofClass: string): State => ({
  ...changed(state, { class: ofClass, classSet: true }),
  warnings: state.warnings + (current(state).classSet ? ';; Warning, extra class option\n' : ''),
})

const withName = (state: State, name: string, type?: string): State => {
  const first = state.lookups.length === 0
  const added: LookupOptions = {
    ...state.base,
    name,
    type: type && !state.base.typeSet ? type : state.base.type,
    banner: first ? banner(state.argv, state.global, state.servers) : '',
  }
  return { ...state, lookups: [...state.lookups, added] }
}

/** The lookup that options now belong to: the last name's, before any name the base of all. */
const current = ({ base, lookups }: State): LookupOptions => lookups.at(-1) ?? base

const changed = (state: State, change: Partial<LookupOptions>): State => {
  const last = state.lookups.at(-1)
  return last
    ? { ...state, lookups: [...state.lookups.slice(0, -1), { ...last, ...change }] }
    : { ...state, base: { ...state.base, ...change } }
}
