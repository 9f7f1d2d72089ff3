import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import { text } from '../reply.ts'
import { queryOf } from '../request.ts'

interface Dialled {
  readonly responses: readonly string[]
  readonly errors: readonly string[]
}

/** Asks another server so many times over HTTP, and tells what came back. */
export const dial = (request: ContainerRequest): ContainerResponse => {
  const query = queryOf(request)
  const [host, port, path, protocol] = [query('host'), query('port'), query('request'), query('protocol')]
  if (path === '') return text('request parameter not specified. <nil>\n', 400)
  if (protocol !== '' && protocol.toLowerCase() !== 'http') return text(`unsupported protocol. ${protocol}\n`, 400)
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/${path}`
  return trying(url, Math.max(0, Number(query('tries') || 1)), { responses: [], errors: [] })
}

const trying = (url: string, tries: number, so: Dialled): ContainerResponse => {
  if (tries === 0) return text(written(so))
  const answered = (reply: ContainerResponse | undefined): ContainerResponse =>
    trying(url, tries - 1, {
      responses: reply ? [...so.responses, reply.body] : so.responses,
      errors: reply ? so.errors : [...so.errors, `Get "${url}": dial failed`],
    })
  return { ...text(written(so)), asks: { url, answered } }
}

const written = ({ responses, errors }: Dialled): string =>
  JSON.stringify({
    ...(errors.length > 0 ? { errors } : {}),
    ...(responses.length > 0 ? { responses } : {}),
  })
