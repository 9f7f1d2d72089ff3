import { describe, expect, test } from 'vitest'
import type { Deployment, ReplicaSet } from '../../../src/api/generated/types.ts'
import { resourceOf } from '../../../src/api/lookup.ts'
import { controllerReference, type KubeObject } from '../../../src/api/meta.ts'
import { times } from '../../../src/util/range.ts'
import { viewOf, write } from '../../support/api-write.ts'
import { readCases } from '../../support/cases.ts'
import { describeText } from '../../support/reading-client.ts'

interface Case {
  readonly name: string
  readonly object: KubeObject
  readonly metadata: Partial<KubeObject['metadata']>
  readonly status: object | null
  /** What stands beside the object: `pods:COUNT:LABEL=VALUE`, `sets`, `limits`. */
  readonly others: readonly string[]
  readonly text: string
}

const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'default' } }

const besides = (owner: KubeObject, what: string): readonly KubeObject[] => {
  const [kind, count, label = ''] = what.split(':')
  if (kind === 'limits') return [limits, quota]
  if (kind === 'sets') return [replicaSetOf(owner as Deployment)]
  const [key = '', value = ''] = label.split('=')
  return times(Number(count), index => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `p${index}`,
      namespace: 'default',
      labels: { [key]: value },
      ownerReferences: [controllerReference(owner)],
    },
    status: { phase: 'Running' },
  }))
}

const replicaSetOf = (owner: Deployment): ReplicaSet => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    name: 'web-94f7dc94',
    namespace: 'default',
    labels: { app: 'web' },
    ownerReferences: [controllerReference(owner)],
  },
  spec: { replicas: 2, selector: owner.spec.selector, template: owner.spec.template },
  status: { replicas: 2 },
})

const limits = {
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'limits', namespace: 'shop' },
  spec: {
    limits: [
      {
        type: 'Container',
        default: { cpu: '200m', memory: '128Mi' },
        defaultRequest: { cpu: '100m', memory: '64Mi' },
        max: { cpu: '1' },
      },
    ],
  },
}

const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'pods', namespace: 'shop' },
  status: { hard: { pods: '1' }, used: { pods: '1' } },
}

const masked = (text: string): string =>
  text.replaceAll(/^ +(Container|Image) ID:.*\n/gm, '').replace(/\nEvents:[\s\S]*/, '\n')

describe('kubectl describe of kinds that run pods, and those around them', () => {
  test.for(readCases<Case>('workload-describe.json'))('$name', async ({ object, metadata, status, others, text }) => {
    const resource = resourceOf(object)
    if (!resource) throw new Error(`no kind ${object.kind}`)
    const place = resource.namespaced ? { namespace: 'default' } : {}
    const born = { ...object, metadata: { ...object.metadata, ...place, ...metadata } }

    const written = { ...write(resource, born, { cluster: viewOf(account) }), ...(status ? { status } : {}) }
    const told = await describeText(
      resource,
      written,
      others.flatMap(what => besides(written, what)),
    )

    expect(masked(told)).toBe(masked(text))
  })
})
