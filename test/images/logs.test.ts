import { expect, test } from 'vitest'
import { behaviourIn, now } from '../support/image-lab.ts'
import { aBarePod } from '../support/workloads.ts'

const agnhost = 'registry.k8s.io/e2e-test-images/agnhost:2.53'

test.for([
  { container: { image: 'redis:7' }, log: ['1:M 01 Jan 1970 00:16:40.000 * Ready to accept connections tcp'] },
  {
    container: { image: 'postgres:17' },
    log: [
      '1970-01-01 00:16:40.000 UTC [1] LOG:  listening on IPv4 address "0.0.0.0", port 5432',
      '1970-01-01 00:16:40.000 UTC [1] LOG:  database system is ready to accept connections',
    ],
  },
  {
    container: { image: 'mysql:8' },
    log: ['1970-01-01T00:16:40.000Z 0 [System] [MY-010931] [Server] mysqld: ready for connections. port: 3306'],
  },
  { container: { image: 'hashicorp/http-echo' }, log: ['Missing -text option OR ENV var TEXT is empty!'] },
  {
    container: { image: 'hashicorp/http-echo', args: ['-text=a', '-listen=:80'] },
    log: ['1970/01/01 00:16:40 [INFO] server is listening on :80'],
    line: '1970/01/01 00:16:40 web 10.244.1.9:40000 "GET /x HTTP/1.1" 200 2 "curl/8"',
  },
  {
    container: { image: agnhost, args: ['netexec'] },
    log: ['1970/01/01 00:16:40 Started HTTP server on port 8080'],
    line: '1970/01/01 00:16:40 GET /x',
  },
  {
    container: { image: agnhost, args: ['dns-suffix'] },
    log: ['default.svc.cluster.local,svc.cluster.local,cluster.local'],
  },
  {
    container: { image: 'gcr.io/kuar-demo/kuard-amd64:blue' },
    log: ['1970/01/01 00:16:40 Serving on HTTP on :8080'],
    line: '1970/01/01 00:16:40 10.244.1.9:40000 GET /x',
  },
])('what $container.image prints: $log', ({ container, log, line }) => {
  const behaviour = behaviourIn(aBarePod('p', container))
  const headers = { host: 'web', 'user-agent': 'curl/8' }
  const request = { method: 'GET', path: '/x', headers, body: '', client: '10.244.1.9:40000' }
  const response = { status: 200, headers: {}, body: 'a\n' }

  expect(behaviour.log?.(now, now).map(({ text }) => text)).toEqual(log)
  expect(behaviour.accessLine?.(request, response, now)).toBe(line)
})
