import type { Status } from '../../api/generated/types.ts'
import type { RestResponse } from '../../api/rest.ts'
import { fromStatus, StatusError } from '../../api/status-error.ts'
import type { Context } from '../verb.ts'

interface RawRequest {
  readonly method: string
  /** As it was typed: with its query, and perhaps without the first slash. */
  readonly path: string
  readonly body?: string | undefined
}

/** Sends a request to a path of the API (`--raw`), and prints the answer as it comes. Throws what a Status tells. */
export const printRaw = async ({ method, path, body = '' }: RawRequest, context: Context): Promise<void> => {
  const handler = await context.world.openRest(context.cluster)
  const response = await handler({
    method,
    path: path.startsWith('/') ? path : `/${path}`,
    headers: { accept: 'application/json, */*', 'content-type': 'application/json', ...impersonation(context) },
    body: new TextEncoder().encode(body),
  })
  for (const [name, value] of response.headers) if (name === 'Warning') context.warn(warningIn(value))
  if (response.status >= 400) throw await failureOf(response)
  for await (const chunk of chunksOf(response)) context.io.out.write(chunk)
}

const impersonation = ({ globals }: Context): Readonly<Record<string, string>> =>
  globals.as ? { 'impersonate-user': globals.as, 'impersonate-group': globals.asGroup.join(',') } : {}

const warningIn = (header: string): string => JSON.parse(header.slice(header.indexOf('"'))) as string

async function* chunksOf({ body }: RestResponse): AsyncGenerator<string> {
  if (typeof body === 'string') yield body
  else if (body instanceof Uint8Array) yield new TextDecoder().decode(body)
  else yield* body
}

const failureOf = async (response: RestResponse): Promise<StatusError> => {
  let text = ''
  for await (const chunk of chunksOf(response)) text += chunk
  if (text.startsWith('{"kind":"Status"')) return fromStatus(JSON.parse(text) as Status)
  // What is no Status is told in the client's own words.
  if (response.status === 404) return new StatusError('NotFound', 'the server could not find the requested resource')
  const quoted = JSON.stringify(text.trimEnd())
  return new StatusError(
    'InternalError',
    `an error on the server (${quoted}) has prevented the request from succeeding`,
    {
      code: response.status,
    },
  )
}
