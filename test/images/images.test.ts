import { describe, expect, test } from 'vitest'
import { behaviourOf } from '../../src/images/behaviour-of.ts'
import { repositoryOf } from '../../src/images/image.ts'
import { images } from '../../src/images/index.ts'
import { readSwitches } from '../../src/images/switches.ts'
import { aBarePod } from '../support/workloads.ts'

const now = 1_000_000
const ask = (pod: ReturnType<typeof aBarePod>, path: string, method = 'GET', body = '') => {
  const [container] = pod.spec.containers
  if (!container) throw new Error('a pod has containers')
  return behaviourOf(pod, container).respond?.({ method, path, headers: {}, body }, now)
}
const listensOf = (container: object) => {
  const pod = aBarePod('p', container)
  return pod.spec.containers.map(one => behaviourOf(pod, one).listens)[0]
}

test.for([
  { reference: 'nginx', repository: 'nginx' },
  { reference: 'docker.io/library/nginx:1.27', repository: 'nginx' },
  { reference: 'localhost:5000/team/app@sha256:abc', repository: 'localhost:5000/team/app' },
  { reference: 'gcr.io/kuar-demo/kuard-amd64:blue', repository: 'gcr.io/kuar-demo/kuard-amd64' },
])('$reference is of $repository', ({ reference, repository }) => {
  expect(repositoryOf(reference)).toBe(repository)
})

test('no two images claim the same name', () => {
  const names = images.flatMap(image => image.names)

  expect(new Set(names).size).toBe(names.length)
})

describe('what a container listens on', () => {
  test.for([
    { name: 'a known image', container: { image: 'nginx:1.27', ports: [{ containerPort: 8080 }] }, listens: [80] },
    { name: 'a command', container: { image: 'nginx', command: ['sleep', '1d'] }, listens: [] },
    { name: 'its own program by name', container: { image: 'nginx', command: ['nginx'] }, listens: [80] },
    { name: 'an unknown image', container: { image: 'x', ports: [{ containerPort: 5000 }] }, listens: [5000] },
    { name: 'an unknown image that declares none', container: { image: 'x' }, listens: 'all' },
  ])('$name', ({ container, listens }) => {
    expect(listensOf(container)).toEqual(listens)
  })
})

describe('what it answers', () => {
  test.for([
    { image: 'nginx', path: '/', status: 200, body: 'Welcome to nginx!' },
    { image: 'nginx', path: '/healthz', status: 404, body: 'Not Found' },
    { image: 'alicek106/rr-test:echo-hostname', path: '/', status: 200, body: 'Hello,  p<' },
    { image: 'gcr.io/kuar-demo/kuard-amd64:blue', path: '/', status: 200, body: 'KUAR Demo' },
    { image: 'gcr.io/kuar-demo/kuard-amd64:blue', path: '/env/api', status: 200, body: '"HOSTNAME":"p"' },
    { image: 'gcr.io/kuar-demo/kuard-amd64:blue', path: '/nope', status: 404, body: '404' },
    { image: 'some/thing:1', path: '/', status: 200, body: 'some/thing:1 on p' },
  ])('$image at $path', ({ image, path, status, body }) => {
    const response = ask(aBarePod('p', { image }), path)

    expect(response?.status).toBe(status)
    expect(response?.body).toContain(body)
  })

  test('kuard has a switch for each of its probes', () => {
    const pod = aBarePod('p', { image: 'gcr.io/kuar-demo/kuard-amd64:blue' })
    const failing = ask(pod, '/ready/api', 'PUT', '{"failNext":-1}')?.leaves ?? pod
    const mended = ask(failing, '/ready/api', 'PUT', '{"failNext":0}')?.leaves ?? failing

    expect([pod, failing, mended].map(one => ask(one, '/ready')?.status)).toEqual([200, 500, 200])
    expect(ask(failing, '/healthy')?.status).toBe(200)
    expect(readSwitches(mended, 'c')).toHaveLength(2)
  })
})
