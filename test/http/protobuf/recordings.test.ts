import { expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import { decodeBody } from '../../../src/http/protobuf/decode-body.ts'
import { aBackend } from '../../support/backend.ts'
import { readCases } from '../../support/cases.ts'
import { handlerOf } from '../../support/rest-cases.ts'

interface Row {
  readonly command: string
  readonly method: string
  readonly url: string
  readonly contentType: string
  readonly status: number
  readonly protobufBase64: string
  readonly responseJson: KubeObject & { readonly spec?: object }
}

const rows = readCases<Row>('rest-protobuf.json')

test.for(rows)('$command: is read as it was meant', ({ protobufBase64, responseJson }) => {
  const object = decodeBody(Buffer.from(protobufBase64, 'base64')) as KubeObject
  expect(object).toMatchObject({ apiVersion: responseJson.apiVersion, kind: responseJson.kind })
})

// What the server fills in by itself is another one's matter.
test.for(rows)('$command: is answered as by the real server', async row => {
  const backend = aBackend({ profile: 'kind' })
  const namespace = /namespaces\/([^/]+)\//.exec(row.url)?.[1]
  const handler = handlerOf(backend)
  const post = (path: string, body: Uint8Array, type: string) =>
    handler({ method: 'POST', path, headers: { 'content-type': type }, body })
  if (namespace) {
    await post(
      '/api/v1/namespaces',
      new TextEncoder().encode(JSON.stringify({ metadata: { name: namespace } })),
      'application/json',
    )
  }
  const { status, body } = await post(row.url, Buffer.from(row.protobufBase64, 'base64'), row.contentType)
  expect({ status, spec: plain(JSON.parse(String(body)).spec) }).toEqual({
    status: row.status,
    spec: plain(row.responseJson.spec),
  })
})

const plain = (spec: object | undefined): unknown =>
  JSON.parse(
    JSON.stringify(spec ?? {})
      .replace(/10\.\d+\.\d+\.\d+/g, '<ip>')
      .replace(/\b3[0-2]\d{3}\b/g, '0')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uid>'),
  )
