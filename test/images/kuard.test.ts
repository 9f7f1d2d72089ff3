import { describe, expect, test } from 'vitest'
import { readSwitches } from '../../src/images/switches.ts'
import { ask, behaviourIn, now } from '../support/image-lab.ts'
import { aBarePod } from '../support/workloads.ts'

describe('kuard', () => {
  const image = 'gcr.io/kuar-demo/kuard-amd64:blue'
  const pod = aBarePod('p', {
    image,
    env: [{ name: 'COLOUR', value: 'blue' }],
    readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
  })
  const json = (path: string, of = pod): unknown => JSON.parse(ask(of, path)?.body ?? '')

  test.for([
    { path: '/', status: 200, body: 'KUAR Demo' },
    { path: '/a/', status: 200, body: '"version":"blue"' },
    { path: '/fs/', status: 200, body: '<a href="etc/">etc/</a>' },
    { path: '/fs/etc/hostname', status: 200, body: 'p\n' },
    { path: '/mem/api', status: 200, body: '"memStats"' },
    { path: '/nope', status: 404, body: '404 page not found' },
  ])('has $path', ({ path, status, body }) => {
    expect(ask(pod, path)).toMatchObject({ status, body: expect.stringContaining(body) })
  })

  test('tells its environment', () => {
    expect(json('/env/api')).toMatchObject({ commandLine: ['/kuard'], env: { COLOUR: 'blue', HOSTNAME: 'p' } })
  })

  test('has a switch for each of its probes', () => {
    const failing = ask(pod, '/ready/api', { method: 'PUT', body: '{"failNext":-1}' })?.leaves ?? pod
    const mended = ask(failing, '/ready/api', { method: 'PUT', body: '{"failNext":0}' })?.leaves ?? failing

    expect([pod, failing, mended].map(one => ask(one, '/ready')?.status)).toEqual([200, 500, 200])
    expect(ask(failing, '/ready')?.body).toBe('fail, permanent')
    expect(ask(failing, '/healthy')?.status).toBe(200)
    expect(readSwitches(mended, 'c')).toHaveLength(2)
    expect([pod, failing, mended].map(one => json('/ready/api', one))).toMatchObject([
      { failNext: 0, history: [{ id: 1, relWhen: 'now', code: 200 }] },
      { failNext: -1 },
      { failNext: 0 },
    ])
  })

  test('forgets its switches when it is started again', () => {
    const failing = ask(pod, '/healthy/api', { method: 'PUT', body: '{"failNext":-1}' })?.leaves ?? pod
    const later = now + 60_000
    const { respond } = behaviourIn(failing, later)

    expect(respond?.({ method: 'GET', path: '/healthy', headers: {}, body: '' }, later).status).toBe(200)
  })

  test('takes memory, and gives it back', () => {
    const taken = ask(pod, '/mem/api/alloc?size=1000000', { method: 'POST' })?.leaves ?? pod
    const given = ask(taken, '/mem/api/clear', { method: 'POST' })?.leaves ?? taken
    const [before, more, after] = [pod, taken, given].map(
      one => json('/mem/api', one) as { memStats: { Alloc: number } },
    )

    expect((more?.memStats.Alloc ?? 0) - (before?.memStats.Alloc ?? 0)).toBe(1_000_000)
    expect(after).toEqual(before)
  })
})
