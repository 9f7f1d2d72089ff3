import type { ContainerResponse, Executed } from '../../api/behaviour.ts'
import type { Inside } from './inside.ts'

/** Programs that ask the container's own ports: curl, wget, nc, grpc_health_probe. Undefined for others, and elsewhere. */
export const clientProgram = ([program = '', ...words]: readonly string[], inside: Inside): Executed | undefined =>
  Object.hasOwn(programs, program) ? programs[program]?.(words, inside) : undefined

const ok = (output = ''): Executed => ({ exitCode: 0, output })
const failed = (exitCode: number, output = ''): Executed => ({ exitCode, output })

const programs: Readonly<Record<string, (words: readonly string[], inside: Inside) => Executed | undefined>> = {
  curl: (words, inside) => curl(words, inside),
  wget: (words, inside) => wget(words, inside),
  nc: (words, inside) => knock(words, inside),
  grpc_health_probe: (words, inside) => grpc(words, inside),
}

interface Place {
  readonly host: string
  readonly port: number
  readonly path: string
}

const curl = (words: readonly string[], inside: Inside): Executed | undefined => {
  const place = placeIn(words, inside)
  if (!place) return undefined
  const { host, port } = place
  const isSilent = words.some(word => /^-\w*s/.test(word)) && !words.some(word => /^-\w*S/.test(word))
  const told = (code: number, why: string): Executed => failed(code, isSilent ? '' : `curl: (${code}) ${why}\n`)
  if (!isOpen(port, inside)) {
    return told(7, `Failed to connect to ${host} port ${port} after 0 ms: Couldn't connect to server`)
  }
  const response = answer(place, inside)
  if (!response) return told(52, 'Empty reply from server')
  const isStrict = words.some(word => word === '--fail' || /^-[a-zA-Z]*f/.test(word))
  if (isStrict && response.status >= 400) return told(22, `The requested URL returned error: ${response.status}`)
  return ok(response.body)
}

const wget = (words: readonly string[], inside: Inside): Executed | undefined => {
  const place = placeIn(words, inside)
  if (!place) return undefined
  if (!isOpen(place.port, inside)) {
    return failed(1, `wget: can't connect to remote host (127.0.0.1): Connection refused\n`)
  }
  const response = answer(place, inside)
  if (!response) return failed(1, 'wget: error getting response\n')
  return response.status < 400 ? ok() : failed(1, `wget: server returned error: HTTP/1.1 ${response.status}\n`)
}

const knock = (words: readonly string[], inside: Inside): Executed | undefined => {
  const [host = '', port = ''] = words.filter(word => !word.startsWith('-')).slice(-2)
  if (!isHere(host, inside) || !/^\d+$/.test(port)) return undefined
  return isOpen(Number(port), inside) ? ok() : failed(1)
}

const grpc = (words: readonly string[], inside: Inside): Executed | undefined => {
  const [, host = '', port = ''] =
    /^--?addr=([^:]*):(\d+)$/.exec(words.find(word => word.includes('addr=')) ?? '') ?? []
  if (!(host === '' || isHere(host, inside)) || port === '') return undefined
  if (isOpen(Number(port), inside)) return ok('status: SERVING\n')
  return failed(2, `timeout: failed to connect service "${host}:${port}" within 1s\n`)
}

const placeIn = (words: readonly string[], inside: Inside): Place | undefined => {
  const url = words.findLast(word => /^(https?:\/\/)?[\w.[\]:-]+(:\d+)?(\/\S*)?$/.test(word) && !word.startsWith('-'))
  const [, scheme = 'http', host = '', port, path = '/'] =
    /^(?:(https?):\/\/)?([^:/]+)(?::(\d+))?(\/.*)?$/.exec(url ?? '') ?? []
  if (!isHere(host, inside)) return undefined
  return { host, port: Number(port ?? (scheme === 'https' ? 443 : 80)), path }
}

const isHere = (host: string, { running }: Inside): boolean =>
  host === 'localhost' || host === '127.0.0.1' || (host !== '' && host === running.pod.status?.podIP)

const isOpen = (port: number, { behaviour: { listens } }: Inside): boolean =>
  listens === 'all' || listens.includes(port)

const answer = ({ host, port, path }: Place, { behaviour, now }: Inside): ContainerResponse | undefined =>
  behaviour.respond?.({ method: 'GET', path, headers: { host: `${host}:${port}` }, body: '' }, now)
