import { defineImage } from './image.ts'
import { text } from './reply.ts'
import { pathOf } from './request.ts'

/** The cluster's name server, as far as it speaks HTTP: `/health`, `/ready`, `/metrics`. DNS itself is elsewhere. */
export const coredns = defineImage({
  names: ['coredns/coredns', 'registry.k8s.io/coredns/coredns', 'k8s.gcr.io/coredns/coredns'],
  behaviour: () => ({
    listens: [53, 8080, 8181, 9153],
    listensUdp: [53],
    respond: request => (pathOf(request) === '/metrics' ? text('') : text('OK')),
  }),
})
