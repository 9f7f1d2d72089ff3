import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import { compareBytes } from '../util/compare.ts'
import { hostnameOf } from './hostname.ts'
import { defineImage } from './image.ts'
import { text } from './reply.ts'
import { pathOf } from './request.ts'
import type { Process } from './running.ts'

/** The server of Kubernetes' tutorial on source addresses: it tells who asked, and what. */
export const echoserver = defineImage({
  names: ['registry.k8s.io/echoserver', 'k8s.gcr.io/echoserver', 'gcr.io/google_containers/echoserver'],
  behaviour: running => ({
    stopCode: 0,
    listens: [8080, 8443],
    respond: request => echoed(running, request),
  }),
})

const echoed = ({ pod }: Process, request: ContainerRequest): ContainerResponse => {
  const { headers, client = '', method, path, body } = request
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Pod Information', ['-no pod information available-']],
    ['Server values', ['server_version=nginx: 1.13.3 - lua: 10008']],
    [
      'Request Information',
      [
        `client_address=${client.replace(/:\d+$/, '')}`,
        `method=${method}`,
        `real path=${path}`,
        `query=${path.slice(pathOf(request).length + 1)}`,
        'request_version=1.1',
        'request_scheme=http',
        `request_uri=http://${(headers.host ?? '').replace(/:\d+$/, '')}:8080${path}`,
      ],
    ],
    [
      'Request Headers',
      Object.keys(headers)
        .toSorted(compareBytes)
        .map(name => `${name}=${headers[name]}`),
    ],
    ['Request Body', [body === '' ? '-no body in request-' : body]],
  ]
  const written = sections.map(([title, lines]) => `${title}:\n${lines.map(line => `\t${line}\n`).join('')}\n`)
  return text(`\n\nHostname: ${hostnameOf(pod)}\n\n${written.join('')}`)
}
