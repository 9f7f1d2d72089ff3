/** One entry of an Accept header: `application/json;as=Table;v=v1`. */
export interface MediaRange {
  readonly type: string
  readonly params: Readonly<Record<string, string>>
}

/** The entries of an Accept header, the most wanted first. An empty header takes anything. */
export const parseAccept = (header = ''): readonly MediaRange[] => {
  const entries = header
    .split(',')
    .map(parseEntry)
    .filter(({ type }) => type)
  if (entries.length === 0) return [{ type: '*/*', params: {} }]
  return entries.toSorted((left, right) => quality(right) - quality(left))
}

const parseEntry = (text: string): MediaRange => {
  const [type = '', ...params] = text.split(';').map(part => part.trim())
  return { type, params: Object.fromEntries(params.map(pairOf)) }
}

const pairOf = (text: string): [string, string] => {
  const [name = '', value = ''] = text.split('=', 2)
  return [name.trim(), value.trim()]
}

const quality = ({ params: { q } }: MediaRange): number => (q === undefined ? 1 : Number(q) || 0)
