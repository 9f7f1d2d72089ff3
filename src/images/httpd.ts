import { defineImage } from './image.ts'
import { html } from './reply.ts'

/** Apache's web server, which says that it works. */
export const httpd = defineImage({
  names: ['httpd', 'php'],
  behaviour: ({ container }) =>
    // Only PHP's image with a web server in it serves anything.
    container.image?.includes('php') && !container.image.includes('apache')
      ? { listens: [] }
      : {
          stopCode: 0,
          listens: [80],
          respond: ({ path }) =>
            path === '/' ? html('<html><body><h1>It works!</h1></body></html>\n') : html('<h1>Not Found</h1>\n', 404),
        },
})
