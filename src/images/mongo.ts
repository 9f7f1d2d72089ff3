import type { Trouble } from './client.ts'
import { defineImage } from './image.ts'

const programs = ['mongosh', 'mongo']

const codes: Readonly<Record<Trouble, string>> = {
  'Connection refused': 'connect ECONNREFUSED',
  'Connection timed out': 'connect ETIMEDOUT',
  'Name or service not known': 'getaddrinfo ENOTFOUND',
}

/** A database that its own client finds alive. */
export const mongo = defineImage({
  names: ['mongo', 'bitnami/mongodb'],
  programs,
  client: {
    port: 27_017,
    portLetter: 'p',
    fails: ({ host, port }, why) => ({
      exitCode: 1,
      output: `MongoNetworkError: ${codes[why]} ${host}:${port}\n`,
    }),
  },
  behaviour: () => ({
    stopCode: 0,
    listens: [27_017],
    exec: ([program = '', ...words]) =>
      programs.includes(program) && words.some(word => word.includes('ping'))
        ? { exitCode: 0, output: '{ ok: 1 }\n' }
        : undefined,
  }),
})
