import { defineImage } from './image.ts'

/** curl, which has nothing to do without words, and says so. What it is given instead is a command like any other. */
export const curl = defineImage({
  names: ['curlimages/curl', 'quay.io/curl/curl'],
  behaviour: ({ container: { stdin, tty }, command }) =>
    stdin || tty || command.length > 0 ? { listens: [] } : { listens: [], runsFor: 0, exitCode: 2 },
})
