import { hostnameOf } from './hostname.ts'
import { defineImage, tagOf } from './image.ts'
import { text } from './reply.ts'

/** The greeting of many tutorials, in two versions. */
export const helloApp = defineImage({
  names: ['gcr.io/google-samples/hello-app', 'us-docker.pkg.dev/google-samples/containers/gke/hello-app'],
  behaviour: ({ pod, container, environment }) => ({
    stopCode: 2,
    listens: [Number(environment.PORT || 8080)],
    respond: () => text(`Hello, world!\nVersion: ${tagOf(container.image)}.0\nHostname: ${hostnameOf(pod)}\n`),
  }),
})
