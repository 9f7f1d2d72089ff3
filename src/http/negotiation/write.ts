import type { RestResponse } from '../../api/rest.ts'
import { toGoJson } from '../../util/go-json.ts'
import { type Headers, uncached } from '../reply.ts'
import type { Call } from '../server.ts'
import type { Negotiated } from './negotiate.ts'

type Look = Pick<Negotiated, 'format' | 'pretty'>

/** An answer that is an object, in the form that was negotiated. */
export const objectReply = async (
  { value, status = 200, headers = uncached }: { value: unknown; status?: number; headers?: Headers },
  look: Look,
  call: Pick<Call, 'query' | 'headers'>,
): Promise<RestResponse> => ({
  status,
  headers: [...headers, ['Content-Type', `application/${look.format}`]],
  body: await written(value, look, call),
})

const written = async (
  value: unknown,
  { format, pretty }: Look,
  call: Pick<Call, 'query' | 'headers'>,
): Promise<string> => {
  if (format === 'json') return jsonText(value, pretty || wantsPretty(call) ? 2 : 0)
  const { toYaml } = await import('../../util/yaml/write.ts')
  return toYaml(value)
}

/** JSON as the server writes it, its keys in the order in which they are given. */
export const jsonText = (value: unknown, indent = 0): string => `${toGoJson(value, indent, { sorted: false })}\n`

// Programs that people look through.
const people = /^(curl|Wget|Mozilla\/5\.0)/

const wantsPretty = ({ query, headers }: Pick<Call, 'query' | 'headers'>): boolean => {
  const asked = query.get('pretty')
  return asked === null ? people.test(headers['user-agent'] ?? '') : !['false', '0'].includes(asked)
}
