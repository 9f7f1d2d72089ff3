import { describe, expect, test } from 'vitest'
import { repositoryOf, tagOf } from '../../src/images/image.ts'
import { images } from '../../src/images/index.ts'
import { ask, behaviourIn, now } from '../support/image-lab.ts'
import { aBarePod } from '../support/workloads.ts'

const listensOf = (container: object) => behaviourIn(aBarePod('p', container)).listens

test.for([
  { reference: 'nginx', repository: 'nginx', tag: 'latest' },
  { reference: 'docker.io/library/nginx:1.27', repository: 'nginx', tag: '1.27' },
  { reference: 'localhost:5000/team/app@sha256:abc', repository: 'localhost:5000/team/app', tag: 'latest' },
  { reference: 'gcr.io/kuar-demo/kuard-amd64:blue', repository: 'gcr.io/kuar-demo/kuard-amd64', tag: 'blue' },
])('$reference is of $repository', ({ reference, repository, tag }) => {
  expect(repositoryOf(reference)).toBe(repository)
  expect(tagOf(reference)).toBe(tag)
})

test('no two images claim the same name', () => {
  const names = images.flatMap(image => image.names)

  expect(new Set(names).size).toBe(names.length)
})

describe('what a container listens on', () => {
  const echo = 'hashicorp/http-echo'
  const agnhost = 'registry.k8s.io/e2e-test-images/agnhost:2.53'
  test.for([
    { name: 'a known image', container: { image: 'nginx:1.27', ports: [{ containerPort: 8080 }] }, listens: [80] },
    { name: 'a command', container: { image: 'nginx', command: ['sleep', '1d'] }, listens: [] },
    { name: 'its own program by name', container: { image: 'nginx', command: ['nginx'] }, listens: [80] },
    { name: 'an unknown image', container: { image: 'x', ports: [{ containerPort: 5000 }] }, listens: [5000] },
    { name: 'an unknown image that declares none', container: { image: 'x' }, listens: 'all' },
    { name: 'an argument', container: { image: echo, args: ['-text=a', '-listen=:8080'] }, listens: [8080] },
    { name: 'no argument where one is needed', container: { image: echo }, listens: [] },
    { name: 'a subcommand', container: { image: agnhost, args: ['netexec', '--http-port', '9000'] }, listens: [9000] },
    {
      name: 'a subcommand in the command',
      container: { image: agnhost, command: ['/agnhost', 'serve-hostname'] },
      listens: [9376],
    },
    { name: 'nothing to do', container: { image: agnhost }, listens: [] },
    {
      name: 'netcat',
      container: { image: 'busybox', command: ['sh', '-c', 'while true; do nc -l -p 8080; done'] },
      listens: [8080],
    },
    {
      name: 'netcat in the background',
      container: { image: 'alpine', command: ['nc', '-lk', '-p', '7000'] },
      listens: [7000],
    },
    {
      name: "busybox's web server",
      container: { image: 'busybox', command: ['httpd', '-f', '-p', '8081'] },
      listens: [8081],
    },
    {
      name: "Python's web server",
      container: { image: 'busybox', args: ['python3', '-m', 'http.server'] },
      listens: [8000],
    },
  ])('$name', ({ container, listens }) => {
    expect(listensOf(container)).toEqual(listens)
  })

  test.for([
    ['8080, 9090', [8080, 9090]],
    ['all', 'all'],
    ['none', []],
  ] as const)('an annotation: %s', ([words, listens]) => {
    const pod = aBarePod('p', { image: 'nginx' })
    expect(
      behaviourIn({ ...pod, metadata: { name: 'p', annotations: { 'kubesim.io/listen': words } } }).listens,
    ).toEqual(listens)
  })
})

describe('what it answers', () => {
  const agnhost = { image: 'registry.k8s.io/e2e-test-images/agnhost:2.53', args: ['netexec'] }
  test.for([
    { container: { image: 'nginx' }, path: '/', status: 200, body: 'Welcome to nginx!' },
    { container: { image: 'nginx' }, path: '/healthz', status: 404, body: 'Not Found' },
    { container: { image: 'httpd:2.4' }, path: '/', status: 200, body: 'It works!' },
    { container: { image: 'alicek106/rr-test:echo-hostname' }, path: '/', status: 200, body: 'Hello,  p<' },
    { container: { image: 'kubetm/app:v1' }, path: '/hostname', status: 200, body: 'Hostname : p' },
    { container: { image: 'kubetm/app:v2' }, path: '/version', status: 200, body: '[App Version] : v2' },
    { container: { image: 'kiamol/ch03-numbers-api' }, path: '/rng', status: 200, body: '42' },
    { container: { image: 'hashicorp/http-echo', args: ['-text', 'apple'] }, path: '/x', status: 200, body: 'apple\n' },
    {
      container: { image: 'hashicorp/http-echo', args: ['-text=$(A)'], env: [{ name: 'A', value: 'b' }] },
      path: '/',
      status: 200,
      body: 'b\n',
    },
    {
      container: { image: 'hashicorp/http-echo', env: [{ name: 'ECHO_TEXT', value: 'env' }] },
      path: '/',
      status: 200,
      body: 'env\n',
    },
    { container: agnhost, path: '/hostName', status: 200, body: 'p' },
    { container: agnhost, path: '/clientip', status: 200, body: '10.244.1.9:40000' },
    { container: agnhost, path: '/echo?msg=hi%20there&code=418', status: 418, body: 'hi there' },
    { container: agnhost, path: '/', status: 200, body: 'NOW: 1970-01-01 00:16:40.000 +0000 UTC m=+0.000000000' },
    { container: { ...agnhost, args: ['serve-hostname'] }, path: '/', status: 200, body: 'p' },
    {
      container: { image: 'registry.k8s.io/echoserver:1.10' },
      path: '/a?b=c',
      status: 200,
      body: '\tclient_address=10.244.1.9\n\tmethod=GET\n\treal path=/a?b=c\n\tquery=b=c\n',
    },
    {
      container: { image: 'traefik/whoami' },
      path: '/',
      status: 200,
      body: 'RemoteAddr: 10.244.1.9:40000\nGET / HTTP/1.1',
    },
    {
      container: { image: 'gcr.io/google-samples/hello-app:2.0' },
      path: '/',
      status: 200,
      body: 'Hello, world!\nVersion: 2.0.0\nHostname: p\n',
    },
    { container: { image: 'some/thing:1' }, path: '/', status: 200, body: 'some/thing:1 on p' },
    {
      container: {
        image: 'busybox',
        command: ['sh', '-c', 'while true; do echo -e "HTTP/1.1 200 OK\\n\\nyes" | nc -l -p 80; done'],
      },
      path: '/',
      status: 200,
      body: 'yes\n',
    },
  ])('$container at $path', ({ container, path, status, body }) => {
    const response = ask(aBarePod('p', container), path, { client: '10.244.1.9:40000' })

    expect(response?.status).toBe(status)
    expect(response?.body).toContain(body)
  })

  test.for([
    { image: 'nginx:1.27.4', path: '/', method: 'GET', status: 200, server: 'nginx/1.27.4' },
    { image: 'nginx', path: '/', method: 'POST', status: 405, server: 'nginx/1.29.4' },
  ])('$image to $method $path', ({ image, path, method, status, server }) => {
    const { headers, status: given } = ask(aBarePod('p', { image }), path, { method }) ?? {}
    expect([given, headers?.server, headers?.['content-type']]).toEqual([status, server, 'text/html'])
  })

  test('what an annotation says', () => {
    const pod = aBarePod('p', { image: 'redis' })
    const annotations = { 'kubesim.io/respond': 'hello', 'kubesim.io/listen.c': '8080' }
    const behaviour = behaviourIn({ ...pod, metadata: { name: 'p', annotations } })

    expect(behaviour.listens).toEqual([8080])
    expect(behaviour.respond?.({ method: 'GET', path: '/any', headers: {}, body: '' }, now).body).toBe('hello\n')
  })

  test('the web app of numbers asks the address that its configuration holds', () => {
    const env = [{ name: 'RngApi__Url', valueFrom: { configMapKeyRef: { name: 'urls', key: 'api' } } }]
    const asks = ask(aBarePod('p', { image: 'kiamol/ch03-numbers-web', env }), '/', { method: 'POST' })?.asks

    expect(asks?.url).toBe('http://x/')
    expect(asks?.answered({ status: 200, headers: {}, body: '7\n' }).body).toContain('Here it is: 7')
    expect(asks?.answered(undefined).body).toContain('RNG service unavailable!')
  })

  test('agnhost asks another server as often as it is told', () => {
    const asked = ask(aBarePod('p', agnhost), '/dial?host=web&port=80&request=hostname&tries=2')
    const once = asked?.asks?.answered({ status: 200, headers: {}, body: 'web-1' })
    const twice = once?.asks?.answered(undefined)

    expect([asked?.asks?.url, once?.asks?.url, twice?.asks]).toEqual([
      'http://web:80/hostname',
      'http://web:80/hostname',
      undefined,
    ])
    expect(JSON.parse(twice?.body ?? '')).toEqual({
      responses: ['web-1'],
      errors: ['Get "http://web:80/hostname": dial failed'],
    })
  })
})
