import type { Behaviour, ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import { hostnameOf } from './hostname.ts'
import { defineImage, type Process } from './image.ts'
import { html, json, text } from './reply.ts'
import { readSwitches, withSwitch } from './switches.ts'

/** The demo application of "Kubernetes: Up and Running": pages about itself, and switches for its two probes. */
export const kuard = defineImage({
  names: ['gcr.io/kuar-demo/kuard-amd64', 'gcr.io/kuar-demo/kuard-arm64', 'gcr.io/kuar-demo/kuard'],
  behaviour: (process): Behaviour => ({
    listens: [8080],
    respond: (request, now) => respond(request, process, now),
  }),
})

const respond = (request: ContainerRequest, process: Process, now: number): ContainerResponse => {
  const path = (request.path.split('?')[0] ?? '/').replace(/(.)\/$/, '$1')
  const probe = /^\/(ready|healthy)\/api$/.exec(path)?.[1]
  if (probe) return switchApi(`/${probe}`, request, process, now)
  const answer = Object.hasOwn(pages, path) ? pages[path] : undefined
  return answer ? answer(process, request) : text('404 page not found\n', 404)
}

const pages: Readonly<Record<string, (process: Process, request: ContainerRequest) => ContainerResponse>> = {
  '/': (process, request) => html(home(process, request)),
  '/ready': () => text('ok'),
  '/healthy': () => text('ok'),
  '/env': process => text(environment(process).join('\n')),
  '/env/api': process =>
    json({ commandLine: ['/kuard'], env: Object.fromEntries(environment(process).map(line => line.split(/=(.*)/s))) }),
  '/mem/api': () => json({ memStats: { Alloc: 1_572_864, TotalAlloc: 1_572_864, Sys: 8_388_608, NumGC: 0 } }),
  '/fs': () => html('<pre>\n<a href="/">/</a>\n</pre>\n'),
}

const environment = ({ pod, container }: Process): readonly string[] => [
  'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  `HOSTNAME=${hostnameOf(pod)}`,
  ...(container.env ?? []).flatMap(({ name, value }) => (value === undefined ? [] : [`${name}=${value}`])),
]

/** GET tells how a probe stands; PUT with `failNext` lets it fail: so many times, for good (-1), or no more (0). */
const switchApi = (
  path: string,
  { method, body }: ContainerRequest,
  { pod, container }: Process,
  now: number,
): ContainerResponse => {
  const isFailing = (readSwitches(pod, container.name).findLast(one => one.path === path)?.status ?? 0) >= 400
  if (method !== 'PUT' && method !== 'POST') {
    return json({ probePath: `${path}`, failNext: isFailing ? -1 : 0, history: null })
  }
  const failNext = failNextOf(body)
  if (failNext === undefined) return text('bad request\n', 400)
  const failing = withSwitch(pod, container.name, { path, status: failNext === 0 ? 0 : 500, from: now })
  if (failNext <= 0) return { ...text(''), leaves: failing }
  const { periodSeconds = 10 } = (path === '/ready' ? container.readinessProbe : container.livenessProbe) ?? {}
  const until = now + failNext * periodSeconds * 1000
  return { ...text(''), leaves: withSwitch(failing, container.name, { path, status: 0, from: until }) }
}

const failNextOf = (body: string): number | undefined => {
  try {
    const { failNext } = JSON.parse(body) as { failNext?: unknown }
    return typeof failNext === 'number' ? failNext : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const home = ({ pod, container }: Process, { headers }: ContainerRequest): string => {
  const [, version = 'latest'] = /:([^:/]+)$/.exec(container.image ?? '') ?? []
  const rows = [
    ['Hostname', hostnameOf(pod)],
    ['Version', version],
    ['Addresses', pod.status?.podIP ?? ''],
    ['Client asked for', headers.host ?? ''],
  ]
  return `<!doctype html>
<html lang="en">
<head><title>KUAR Demo</title></head>
<body>
<h1>KUAR Demo</h1>
<table>
${rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('\n')}
</table>
<p><a href="/env/api">Environment</a> <a href="/healthy/api">Liveness</a> <a href="/ready/api">Readiness</a></p>
</body>
</html>
`
}
