import { parseAddress } from '../address.ts'
import type { Edns, Query } from '../message.ts'
import { lower } from '../names.ts'
import { typeCode } from '../wire/types.ts'
import type { RewriteRule } from './rule.ts'

type Action = 'set' | 'append' | 'replace' | 'unset'

const actions: readonly string[] = ['set', 'append', 'replace', 'unset']
const isAction = (text: string): text is Action => actions.includes(text)

interface Option {
  readonly code: number
  /** What the option holds; undefined if the query has nothing for it. */
  data(query: Query): Uint8Array | undefined
}

/** `rewrite edns0 local|nsid|subnet ACTION ... [revert]`: sets or takes away an option of the query. */
export const edns0Rule = (args: readonly string[], continues: boolean): RewriteRule => {
  const [type = '', action = ''] = args.map(lower)
  if (args.length < 2) throw new Error('too few arguments for an EDNS0 rule')
  if (!isAction(action)) throw new Error(`invalid action: "${action}"`)
  const reverts = action !== 'unset' && args.at(-1) === 'revert'
  const option = optionOf(type, action, reverts ? args.slice(0, -1) : args)
  return {
    continues,
    apply(query) {
      const edns = changed(query, option, action)
      if (!edns) return undefined
      const shown = reverts ? query.edns : edns
      return { query: { ...query, edns }, records: [], reply: reply => ({ ...reply, edns: reply.edns ?? shown }) }
    },
  }
}

const offered: Edns = { version: 0, udpSize: 4096, dnssecOk: false, options: [] }

const changed = (query: Query, option: Option, action: Action): Edns | undefined => {
  const edns = query.edns ?? offered
  const others = edns.options.filter(({ code }) => code !== option.code)
  if (action === 'unset') return { ...edns, options: others }
  const data = option.data(query)
  const isThere = others.length < edns.options.length
  if (!data || (isThere ? action === 'append' : action === 'replace')) return undefined
  return { ...edns, options: [...others, { code: option.code, data }] }
}

const optionOf = (type: string, action: Action, args: readonly string[]): Option => {
  const [, , first = '', second = ''] = args
  switch (type) {
    case 'local':
      if (action === 'unset' && args.length !== 3) throw new Error('local unset action requires exactly two arguments')
      if (action !== 'unset' && args.length !== 4) throw new Error('EDNS0 local rules require three or four args')
      return { code: codeOf(first), data: localData(second) }
    case 'nsid':
      if (action === 'unset' && args.length !== 2) throw new Error('nsid unset action requires exactly one argument')
      if (args.length !== 2) throw new Error('EDNS0 NSID rules can accept no more than one arg')
      return { code: 3, data: () => new Uint8Array() }
    case 'subnet':
      if (action === 'unset' && args.length !== 2) throw new Error('subnet unset action requires exactly one argument')
      if (action !== 'unset' && args.length !== 4) throw new Error('EDNS0 subnet rules require three or four args')
      return { code: 8, data: action === 'unset' ? () => undefined : subnetData(bits(first, 32), bits(second, 128)) }
  }
  throw new Error(`invalid rule type "${type}"`)
}

const codeOf = (text: string): number => {
  const value = /^(?:0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : Number.NaN
  if (!(value <= 65535)) throw new Error(`strconv.ParseUint: parsing "${text}": invalid syntax`)
  return value
}

const bits = (text: string, most: 32 | 128): number => {
  const width = codeOf(text)
  if (width > most) throw new Error(`invalid IPv${most === 32 ? 4 : 6} bit mask length ${width}`)
  return width
}

const localData = (text: string): Option['data'] => {
  if (/^\{.*\}$/.test(text)) return variableData(text)
  if (!text.startsWith('0x')) return () => new TextEncoder().encode(text)
  const hex = text.slice(2)
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new Error('encoding/hex: odd length hex string')
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  return () => bytes
}

const number16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 255)

const variables: Readonly<Record<string, Option['data']>> = {
  '{qname}': ({ question }) => new TextEncoder().encode(question.name),
  '{qtype}': ({ question }) => number16(typeCode(question.type) ?? 0),
  '{client_ip}': ({ source }) => parseAddress(source.address),
  '{client_port}': ({ source }) => number16(source.port),
  '{protocol}': ({ transport }) => new TextEncoder().encode(transport),
  // Which of its addresses a query came to is not known to a server in memory.
  '{server_ip}': () => undefined,
  '{server_port}': () => number16(53),
}

const variableData = (text: string): Option['data'] => {
  const data = Object.hasOwn(variables, text) ? variables[text] : undefined
  if (data) return data
  if (!text.includes('/')) throw new Error(`unsupported variable name "${text}"`)
  return () => undefined
}

// RFC 7871: family, widths, and the address as far as the width goes.
const subnetData =
  (ipv4: number, ipv6: number): Option['data'] =>
  ({ source }) => {
    const bytes = parseAddress(source.address)
    if (!bytes) return undefined
    const width = bytes.length === 4 ? ipv4 : ipv6
    const kept = bytes.slice(0, Math.ceil(width / 8)).map((byte, index) => {
      const left = width - index * 8
      return left >= 8 ? byte : byte & (0xff << (8 - left))
    })
    return Uint8Array.of(0, bytes.length === 4 ? 1 : 2, width, 0, ...kept)
  }
