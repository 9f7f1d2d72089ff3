import { expect, test } from 'vitest'
import { aBackend } from '../support/backend.ts'
import { ask, handlerOf } from '../support/rest-cases.ts'

const backend = aBackend({ profile: 'kind' })
const handler = handlerOf(backend)
const pods = '/api/v1/namespaces/default/pods'
const json = { 'content-type': 'application/json' }
const merge = { 'content-type': 'application/merge-patch+json' }
const labels = (app: string) => ({ metadata: { labels: { app } } })

interface Event {
  readonly type: string
  readonly object: { readonly metadata: { readonly deletionTimestamp?: string } }
}

test('a pod that a selector does not pick any more is not on its way out', async () => {
  const spec = { containers: [{ name: 'a', image: 'nginx' }] }
  await ask(handler, {
    method: 'POST',
    path: pods,
    headers: json,
    body: { metadata: { name: 'a', labels: { app: 'x' } }, spec },
  })
  backend.meanwhile.push(() => ask(handler, { method: 'PATCH', path: `${pods}/a`, headers: merge, body: labels('y') }))
  const { body } = await ask(handler, { method: 'GET', path: `${pods}?watch=1&labelSelector=app%3Dx&timeoutSeconds=1` })
  const events = (body as readonly Event[]).map(({ type, object }) => [type, object.metadata.deletionTimestamp])
  expect(events).toEqual([
    ['ADDED', undefined],
    ['DELETED', undefined],
  ])
})
