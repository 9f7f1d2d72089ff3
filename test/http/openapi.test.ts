import { expect, test } from 'vitest'
import { aBackend } from '../support/backend.ts'
import { ask, handlerOf } from '../support/rest-cases.ts'

const handler = handlerOf(aBackend({ profile: 'kind' }))
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(handler, { method: 'GET', path, headers })

const paths = JSON.parse(String((await get('/openapi/v3')).body)).paths as Record<string, { serverRelativeURL: string }>
const urls = Object.entries(paths).map(([place, { serverRelativeURL }]) => ({ place, url: serverRelativeURL }))

interface Document {
  readonly paths: Readonly<
    Record<string, { readonly patch: { readonly parameters: readonly { readonly name: string }[] } }>
  >
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

const documentAt = async (url: string): Promise<Document> => (await get(url)).body as Document

test.for(urls)('$place: is complete, and stays as it is', async ({ url }) => {
  const { status, headers, body } = await get(url)
  expect(status).toBe(200)
  expect(headers?.['cache-control']).toContain('immutable')
  const { schemas } = (body as Document).components
  const refs = JSON.stringify(body).match(/#\/components\/schemas\/[\w.]+/g) ?? []
  expect(refs.filter(ref => !(ref.slice(ref.lastIndexOf('/') + 1) in schemas))).toEqual([])
  expect(JSON.stringify(body)).not.toContain('x-go-type')
})

test('who has a document is told so', async () => {
  const url = paths['apis/apps/v1']?.serverRelativeURL ?? ''
  const { headers } = await get(url)
  expect(await get(url, { 'if-none-match': headers?.etag ?? '' })).toMatchObject({ status: 304, body: '' })
  const { status, headers: moved } = await get('/openapi/v3/apis/apps/v1?hash=OLD')
  expect({ status, location: moved?.location }).toEqual({ status: 301, location: url })
})

test('kinds tell how they are patched, and what their fields are for', async () => {
  const { paths: found, components } = await documentAt(paths['api/v1']?.serverRelativeURL ?? '')
  const { parameters } = found['/api/v1/namespaces/{namespace}/services/{name}']?.patch ?? { parameters: [] }
  expect(parameters.map(({ name }) => name)).toContain('fieldValidation')
  expect(components.schemas['io.k8s.api.core.v1.ServiceSpec']).toMatchObject({
    properties: {
      ports: { 'x-kubernetes-patch-merge-key': 'port', description: 'The ports of the Service.' },
      sessionAffinityConfig: { allOf: [{ $ref: '#/components/schemas/io.k8s.api.core.v1.SessionAffinityConfig' }] },
    },
  })
})
