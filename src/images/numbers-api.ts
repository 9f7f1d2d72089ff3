import { defineImage } from './image.ts'
import { json, text } from './reply.ts'

/** The API of the numbers application: a number by the path. It is always the same, as a lab wants it. */
export const numbersApi = defineImage({
  names: ['kiamol/ch03-numbers-api'],
  behaviour: () => ({
    listens: [80],
    respond: ({ path }) => (/^\/sixeyed|^\/rng/i.test(path) ? json(42) : text('', 404)),
  }),
})
