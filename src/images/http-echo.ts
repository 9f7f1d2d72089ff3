import { goTime } from './access-log.ts'
import { flagOf, portFlag } from './go-flags.ts'
import { defineImage, tagOf } from './image.ts'
import { text } from './reply.ts'
import { pathOf } from './request.ts'
import { printedByGo, startLog } from './start-log.ts'

const missing = 'Missing -text option OR ENV var TEXT is empty!'

/** HashiCorp's server, which answers everything with the text that it was given, and ends if it was given none. */
export const httpEcho = defineImage({
  names: ['hashicorp/http-echo'],
  behaviour: ({ container, command, args, environment }) => {
    const words = [...command, ...args]
    const answer = flagOf(words, 'text') || environment.ECHO_TEXT
    if (!answer) return { listens: [], runsFor: 0, exitCode: 127, log: startLog(() => missing) }
    const headers = { 'x-app-name': 'http-echo', 'x-app-version': tagOf(container.image) }
    const status = Number(flagOf(words, 'status-code') ?? 200)
    return {
      stopCode: 2,
      listens: [portFlag(words, 'listen', 5678)],
      log: startLog(printedByGo(`[INFO] server is listening on ${flagOf(words, 'listen') ?? ':5678'}`)),
      accessLine: (request, { status, body }, now) => {
        const { host = '', 'user-agent': agent = '' } = request.headers
        const asked = `"${request.method} ${request.path} HTTP/1.1" ${status} ${Buffer.byteLength(body)}`
        return `${goTime(now)} ${host} ${request.client ?? ''} ${asked} "${agent}"`
      },
      respond(request) {
        const reply = pathOf(request) === '/health' ? text('{"status":"ok"}\n') : text(`${answer}\n`, status)
        return { ...reply, headers: { ...headers, ...reply.headers } }
      },
    }
  },
})
