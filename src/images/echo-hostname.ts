import { hostnameOf } from './hostname.ts'
import { defineImage } from './image.ts'
import { html } from './reply.ts'

/** A web page that names the pod which answered. */
export const echoHostname = defineImage({
  names: ['alicek106/rr-test'],
  behaviour: ({ pod }) => ({
    listens: [80],
    respond: () => html(`<p>Hello,  ${hostnameOf(pod)}</p>\t`),
  }),
})
