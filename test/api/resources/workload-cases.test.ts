import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import type { Resource } from '../../../src/api/resource.ts'
import { resources } from '../../../src/api/resources/index.ts'
import { tryWrite, viewOf } from '../../support/api-write.ts'
import { readCases } from '../../support/cases.ts'

interface Case {
  readonly name: string
  readonly path: string
  readonly body: KubeObject
  readonly status: number
  readonly warning: string
  readonly answer: KubeObject & { readonly message?: string }
}

const resourceAt = (path: string): Resource => {
  const found = resources.find(({ plural, group, version, namespaced }) => {
    const start = group ? `/apis/${group}/${version}` : `/api/${version}`
    return new RegExp(`^${start}${namespaced ? '/namespaces/[^/]+' : ''}/${plural}$`).test(path)
  })
  if (!found) throw new Error(`nothing is served at ${path}`)
  return found
}

const account = (namespace: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'default', namespace },
})

/** Generated suffixes and uids are any. */
const masked = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/kube-api-access-\w{5}/g, 'kube-api-access-xxxxx')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UID'),
  )

describe('kinds that run pods, and those around them, answer as the real server', () => {
  test.for(readCases<Case>('workload-kinds.json'))('$name', ({ path, body, status, answer, warning }) => {
    const resource = resourceAt(path)
    const namespace = /\/namespaces\/([^/]+)\//.exec(path)?.[1]
    const generation = resource.hasGeneration ? { generation: 1 } : {}
    const metadata = { ...body.metadata, ...(namespace && { namespace }), ...generation }
    const born = { ...body, metadata: { ...metadata, uid: '00000000-0000-4000-8000-000000000000' } }

    const written = tryWrite(resource, born, { cluster: viewOf(account(namespace ?? '')) })

    if (status !== 201 || typeof written === 'string') {
      expect(written).toBe(answer.message)
      return
    }
    const { uid: _, ...rest } = written.metadata
    const { generateName: __, ...named } = answer.metadata
    expect(masked({ ...written, metadata: { ...rest, name: named.name } })).toEqual(
      masked({ ...answer, metadata: answer.metadata }),
    )
    expect((resource.warnings?.(written) ?? []).map(text => `299 - ${JSON.stringify(text)}`).join(', ')).toBe(warning)
  })
})
