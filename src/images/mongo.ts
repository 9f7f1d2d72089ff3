import { defineImage } from './image.ts'

/** A database that its own client finds alive. */
export const mongo = defineImage({
  names: ['mongo', 'bitnami/mongodb'],
  behaviour: () => ({
    stopCode: 0,
    listens: [27017],
    exec: ([program = '', ...words]) =>
      clients.has(program) && words.some(word => word.includes('ping'))
        ? { exitCode: 0, output: '{ ok: 1 }\n' }
        : undefined,
  }),
})

const clients = new Set(['mongo', 'mongosh'])
