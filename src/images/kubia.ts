import { hostnameOf } from './hostname.ts'
import { defineImage } from './image.ts'
import { text } from './reply.ts'

/** A book's application: it says who was hit. */
export const kubia = defineImage({
  names: ['luksa/kubia'],
  behaviour: ({ pod }) => ({ listens: [8080], respond: () => text(`You've hit ${hostnameOf(pod)}\n`) }),
})
