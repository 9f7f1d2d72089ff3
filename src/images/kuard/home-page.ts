import type { ContainerRequest } from '../../api/behaviour.ts'
import { hostnameOf } from '../hostname.ts'
import { tagOf } from '../image.ts'
import type { Process } from '../running.ts'

/** The first page: who answers, and what it was asked. The same stands in it as JSON, as in the original. */
export const homePage = ({ pod, container }: Process, request: ContainerRequest): string => {
  const about = {
    urlBase: '',
    hostname: hostnameOf(pod),
    addrs: pod.status?.podIP ? [pod.status.podIP] : [],
    version: tagOf(container.image),
    requestDump: dumpOf(request),
    requestProto: 'HTTP/1.1',
    requestAddr: request.client ?? '',
  }
  const rows = [
    ['Hostname', about.hostname],
    ['Version', about.version],
    ['Addresses', about.addrs.join(', ')],
    ['Client', about.requestAddr],
    ['Client asked for', request.headers.host ?? ''],
  ]
  return `<!doctype html>
<html lang="en">
<head><title>KUAR Demo</title></head>
<body>
<h1>KUAR Demo</h1>
<table>
${rows.map(([name = '', value = '']) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`).join('\n')}
</table>
<p>${links.map(([path, name]) => `<a href="${path}">${name}</a>`).join(' ')}</p>
<script>var pageContext = ${JSON.stringify(about).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`
}

const links = [
  ['/env/api', 'Environment'],
  ['/mem/api', 'Memory'],
  ['/healthy/api', 'Liveness'],
  ['/ready/api', 'Readiness'],
  ['/fs/', 'Files'],
] as const

const dumpOf = ({ method, path, headers }: ContainerRequest): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${capitals(name)}: ${value}`)
  return [`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')
}

const capitals = (name: string): string => name.replace(/(^|-)([a-z])/g, letters => letters.toUpperCase())

const escaped = (text: string): string => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)
