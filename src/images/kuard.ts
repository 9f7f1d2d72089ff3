import type { Behaviour, ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import { compareBytes } from '../util/compare.ts'
import { goLine } from './access-log.ts'
import { defineImage } from './image.ts'
import { homePage } from './kuard/home-page.ts'
import { memoryPages } from './kuard/memory.ts'
import { probePages } from './kuard/probe-pages.ts'
import { rootFolder } from './kuard/root-folder.ts'
import { html, json, text } from './reply.ts'
import { pathOf } from './request.ts'
import type { Process } from './running.ts'
import { printedByGo, startLog } from './start-log.ts'

/** The demo application of "Kubernetes: Up and Running": pages about itself, and switches for its two probes. */
export const kuard = defineImage({
  names: ['gcr.io/kuar-demo/kuard-amd64', 'gcr.io/kuar-demo/kuard-arm64', 'gcr.io/kuar-demo/kuard'],
  behaviour: (running): Behaviour => ({
    stopCode: 2,
    listens: [8080],
    log: startLog(printedByGo('Serving on HTTP on :8080')),
    accessLine: goLine,
    respond: (request, now) => respond(running, withoutPrefix(request), now),
  }),
})

// Every page is there four times, so that one can try how an Ingress tells paths apart.
const withoutPrefix = (request: ContainerRequest): ContainerRequest => ({
  ...request,
  path: request.path.replace(/^\/[abc](?=[/?]|$)/, '') || '/',
})

const respond = (running: Process, request: ContainerRequest, now: number): ContainerResponse => {
  const path = pathOf(request)
  if (path === '/' || path.startsWith('/-/')) return html(homePage(running, request))
  if (path === '/env/api') return noCache(json(environment(running)))
  if (path.startsWith('/fs')) return rootFolder(path.slice('/fs'.length), running)
  const answer = memoryPages(path, running, request) ?? probePages(path, { running, request, now })
  return answer ? noCache(answer) : text('404 page not found\n', 404)
}

const environment = ({ command, args, environment }: Process): object => ({
  commandLine: command.length > 0 ? [...command, ...args] : ['/kuard', ...args],
  env: Object.fromEntries(Object.entries(environment).toSorted(([left], [right]) => compareBytes(left, right))),
})

const noCache = (response: ContainerResponse): ContainerResponse =>
  response.headers['content-type'] === 'application/json'
    ? { ...response, headers: { ...response.headers, ...noCacheHeaders } }
    : response

const noCacheHeaders = {
  'cache-control': 'no-cache, private, max-age=0',
  expires: 'Thu, 01 Jan 1970 00:00:00 UTC',
  pragma: 'no-cache',
}
