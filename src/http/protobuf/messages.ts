import { protoFields } from '../../api/generated/proto-fields.ts'

/** How a field of a message is written, and what becomes of it in JSON. */
export interface MessageField {
  readonly name: string
  /** `string`, `bytes`, `bool`, `int32`, `int64`, `double`, or the name of a message. */
  readonly type: string
  readonly form: 'one' | 'list' | 'map' | 'inline'
}

export type Message = ReadonlyMap<number, MessageField>

const forms = { '*': 'list', '%': 'map', '~': 'inline' } as const

let lines: ReadonlyMap<string, string> | undefined
const read = new Map<string, Message>()

/** The fields of a message (`core.v1.Pod`) by their numbers; undefined for one that nobody knows. */
export const messageOf = (id: string): Message | undefined => {
  const known = read.get(id)
  if (known) return known
  lines ??= new Map(protoFields.split('\n').map(line => [line.split(' ', 1)[0] ?? '', line]))
  const line = lines.get(id)
  if (line === undefined) return undefined
  const message = new Map(line.split(' ').slice(1).map(fieldOf))
  read.set(id, message)
  return message
}

const fieldOf = (text: string): [number, MessageField] => {
  const [, number, mark = '', name = '', type = ''] = /^(\d+):([*%~]?)(\w+):(\S+)$/.exec(text) ?? []
  return [Number(number), { name, type, form: forms[mark as keyof typeof forms] ?? 'one' }]
}
