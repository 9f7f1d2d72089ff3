import { describe, expect, test } from 'vitest'
import { decode } from '../../../src/api/decode/decode.ts'
import { normalise } from '../../../src/api/decode/normalise.ts'
import { applyConfiguration } from '../../../src/api/managed-fields/apply.ts'
import { mergeConfiguration } from '../../../src/api/managed-fields/merge.ts'
import { trackUpdate } from '../../../src/api/managed-fields/track-update.ts'
import { type KubeObject, parseApiVersion } from '../../../src/api/meta.ts'
import { applyMergePatch } from '../../../src/api/patch/merge-patch.ts'
import { schemaOfKind } from '../../../src/api/schema.ts'
import { StatusError } from '../../../src/api/status-error.ts'
import recorded from '../../cases/apply.json' with { type: 'json' }

interface Step {
  readonly do: string
  readonly manager: string
  readonly force?: boolean
  readonly body: unknown
}

const now = '2026-11-20T10:13:21Z'

const stored = (object: KubeObject): KubeObject => {
  const kind = { ...parseApiVersion(object.apiVersion), kind: object.kind }
  return normalise(kind, decode(kind, object, 'Ignore').object)
}

// The server without defaults.
const carryOut = (live: KubeObject | undefined, { do: what, manager: name, force, body }: Step): KubeObject => {
  const given = body as KubeObject
  const manager = { manager: name, apiVersion: live?.apiVersion ?? given.apiVersion }
  if (what === 'apply') return stored(applyConfiguration({ live, config: given, manager, force, now }))
  const request = (what === 'create' ? given : applyMergePatch(live, given)) as KubeObject
  const object = stored(request)
  const managedFields = trackUpdate({ live, object, given: request.metadata.managedFields, manager, now })
  return stored({ ...object, metadata: { ...object.metadata, managedFields } })
}

const outcome = (steps: readonly Step[]): object => {
  try {
    const object = steps.reduce<KubeObject | undefined>(carryOut, undefined)
    const { data, metadata } = object as KubeObject & { data?: object }
    return { data: data ?? {}, managedFields: metadata.managedFields ?? [] }
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    return { message: error.message, causes: error.causes }
  }
}

const withoutTimes = (entries: readonly { time?: string }[]) =>
  entries.map(({ time, ...entry }) => ({ ...entry, timed: time !== undefined }))

describe('server-side apply', () => {
  test.for(recorded)('$name: as recorded', ({ steps, message, causes, managedFields, data }) => {
    const result = outcome(steps) as { message?: string; managedFields?: object[]; causes?: object[] }
    if (message !== undefined) {
      expect(result.message).toBe(message)
      expect(new Set(result.causes)).toEqual(new Set(causes ?? []))
      return
    }
    expect(result).not.toHaveProperty('message')
    expect(withoutTimes(result.managedFields ?? [])).toEqual(withoutTimes(managedFields ?? []))
    if (data) expect(result).toMatchObject({ data })
  })

  const map = (data: object): KubeObject =>
    ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data }) as KubeObject
  const service = (ports: readonly object[]): KubeObject =>
    ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { ports } }) as KubeObject

  test.for([
    [map({ a: 1 }), '.data.a: expected string, got &value.valueUnstructured{Value:1}'],
    [map([]), '.data: expected map, got &{[]}'],
    [
      service([{ port: 'x' }]),
      '.spec.ports[port="x",protocol="TCP"].port: expected numeric (int or float), got string',
    ],
    [service([{ port: 80 }, { port: 80 }]), '.spec.ports: duplicate entries for key [port=80,protocol="TCP"]'],
  ] as const)('refuses %j', ([config, fault]) => {
    const subject = `/x; /v1, Kind=${config.kind}`
    expect(outcome([{ do: 'apply', manager: 'a', body: config }])).toMatchObject({
      message: `failed to create typed patch object (${subject}): ${fault}`,
    })
  })

  const named = (...names: readonly string[]): object[] => names.map(name => ({ name }))
  test.for([
    ['keeps the order of both', ['a', 'b', 'c'], ['a', 'c'], ['a', 'b', 'c']],
    ['puts new ones where the configuration has them', ['a', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['follows the configuration', ['a', 'b'], ['b', 'a'], ['b', 'a']],
    ['adds behind what is live', ['a'], ['z'], ['a', 'z']],
  ] as const)('%s', ([, live, config, expected]) => {
    const pod = (names: readonly string[]) => ({ spec: { containers: named(...names) } })
    const schema = schemaOfKind({ group: '', version: 'v1', kind: 'Pod' }) ?? {}
    expect(mergeConfiguration(pod(live), pod(config), schema)).toEqual(pod(expected))
  })
})
