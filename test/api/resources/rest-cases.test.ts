import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import type { Resource } from '../../../src/api/resource.ts'
import { resources } from '../../../src/api/resources/index.ts'
import { isMap } from '../../../src/util/go-value.ts'
import { tryWrite, viewOf, write } from '../../support/api-write.ts'
import { readCases } from '../../support/cases.ts'

interface Sent {
  readonly method: string
  readonly path: string
  readonly body: KubeObject
}

interface Case {
  readonly name: string
  readonly setup: readonly Sent[]
  readonly request: Sent
  readonly status: number
  readonly warning: string
  readonly body: KubeObject & { readonly message?: string }
}

const resourceAt = (path: string): Resource => {
  const found = resources.find(({ plural, group, version }) => {
    const start = group ? `/apis/${group}/${version}` : `/api/${version}`
    return new RegExp(`^${start}(/namespaces/[^/]+)?/${plural}(/[^/?]+)?([?]|$)`).test(path)
  })
  if (!found) throw new Error(`nothing is served at ${path}`)
  return found
}

const inPlace = ({ path, body }: Sent): KubeObject => {
  const namespace = /\/namespaces\/([^/]+)/.exec(path)?.[1]
  return { ...body, metadata: { ...body.metadata, ...(namespace && { namespace }) } }
}

/** Addresses and ports that a case did not ask for are any. */
const masked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(masked)
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskField(key, item)]))
  return value
}

const maskField = (key: string, value: unknown): unknown => {
  if (key === 'metadata' && isMap(value)) {
    const { generation: _, resourceVersion: __, ...rest } = value
    return rest
  }
  const text = typeof value === 'string' ? value : ''
  if (key === 'clusterIP' || key === 'message') return text.replaceAll(/10\.96\.\d+\.\d+/g, 'IP')
  if (key === 'clusterIPs' && Array.isArray(value)) return value.map(item => maskField('clusterIP', item))
  return key === 'nodePort' || key === 'healthCheckNodePort' ? 30_000 : masked(value)
}

describe('kinds about Services answer as the real server', () => {
  test.for(readCases<Case>('service-kinds.json'))('$name', ({ setup, request, status, body, warning }) => {
    const asked = setup.map(sent => ({ ...inPlace(sent), ...takenAddress(request) }))
    const before = asked.flatMap((object, index) => {
      const resource = resourceAt(setup[index]?.path ?? '')
      const stored = write(resource, object)
      return [stored, ...(resource.companions?.(stored) ?? [])]
    })
    const resource = resourceAt(request.path)
    const old = request.method === 'PUT' ? before[0] : undefined
    const answer = tryWrite(resource, inPlace(request), { old, cluster: viewOf(...before) })
    if (status >= 400) {
      expect(answer).toBe(body.message)
      return
    }
    expect(masked(answer)).toEqual(masked(body))
    if (typeof answer !== 'string') {
      const said = [...(resource.warnings?.(answer) ?? []), ...(resource.deprecation ? [resource.deprecation] : [])]
      const expected = [...warning.matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
        text.replaceAll('\\"', '"'),
      )
      expect(said).toEqual(expected.filter(text => !text.startsWith('unknown field')))
    }
  })
})

/** The recordings took an address that another Service had been given by chance. */
const takenAddress = ({ method, body }: Sent): object => {
  const { clusterIP } = (body as { spec?: { clusterIP?: string } }).spec ?? {}
  const taken = method === 'POST' && clusterIP?.startsWith('10.96.')
  return taken ? { spec: { ports: [{ port: 80 }], clusterIP } } : {}
}
