import type { Behaviour, ContainerResponse } from '../../api/behaviour.ts'
import type { HTTPGetAction } from '../../api/generated/types.ts'

const probeHeaders = { 'user-agent': 'kube-probe/1.36', accept: '*/*' }

// As Go's client has it.
const mostRedirects = 10

/**
 * What a container answers an HTTP probe, at the end of redirections; one that leads to another host is answer enough.
 * Undefined if it says nothing.
 */
export const probeAnswer = (
  { respond }: Behaviour,
  { path, httpHeaders = [] }: Pick<HTTPGetAction, 'path' | 'httpHeaders'>,
  at: number,
): ContainerResponse | undefined => {
  const own = Object.fromEntries(httpHeaders.map(({ name, value }) => [name.toLowerCase(), value]))
  const get = (to: string): ContainerResponse | undefined =>
    respond?.({ method: 'GET', path: to, headers: { ...probeHeaders, ...own }, body: '' }, at)
  let response = get(path ?? '/')
  for (let followed = 0; followed < mostRedirects; followed++) {
    const next = response && redirection(response)
    if (next === undefined) return response
    response = get(next)
  }
  return response
}

const redirection = ({ status, headers: { location = '' } }: ContainerResponse): string | undefined =>
  status >= 300 && status < 400 && /^\/(?!\/)/.test(location) ? location : undefined
