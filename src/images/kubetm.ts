import { hostnameOf } from './hostname.ts'
import { defineImage, tagOf } from './image.ts'
import { text } from './reply.ts'
import { pathOf } from './request.ts'

/** A lecture's application: it says who and which version it is. */
export const kubetm = defineImage({
  names: ['kubetm/app', 'kubetm/init', '1pro/app'],
  behaviour: ({ pod, container }) => ({
    listens: [8080],
    respond(request) {
      const path = pathOf(request)
      if (path === '/hostname') return text(`Hostname : ${hostnameOf(pod)}`)
      if (path === '/version') return text(`[App Version] : ${tagOf(container.image)}`)
      return path === '/health' ? text(`${hostnameOf(pod)} is Running`) : text('Welcome to KubeTM\n')
    },
  }),
})
