import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, type FieldValidation } from '../../../src/api/decode/decode.ts'
import { DecodeError } from '../../../src/api/decode/decode-error.ts'
import recorded from '../../cases/decode.json' with { type: 'json' }

const core = (kind: string) => ({ group: '', version: 'v1', kind })
const pod = core('Pod')
const service = core('Service')
const withSpec = (spec: unknown): object => ({ apiVersion: 'v1', kind: 'X', metadata: { name: 'x' }, spec })

const outcome = (kind: typeof pod, body: unknown, mode: FieldValidation): object => {
  try {
    return { warnings: decode(kind, body, mode).warnings }
  } catch (error) {
    if (error instanceof DecodeError) return { message: error.message }
    throw error
  }
}

describe('decoding a body', () => {
  test.for(recorded)('$name: as recorded', ({ kind, body, mode, message, warnings }) => {
    expect(outcome(kind, body, mode as FieldValidation)).toEqual(message ? { message } : { warnings })
  })

  test.for([
    [service, withSpec('x'), 'json: cannot unmarshal string into Go struct field Service.spec of type v1.ServiceSpec'],
    [
      service,
      withSpec({ selector: { matchLabels: {} } }),
      'json: cannot unmarshal object into Go struct field ServiceSpec.spec.selector of type string',
    ],
    [
      service,
      withSpec({ ports: ['x'] }),
      'json: cannot unmarshal string into Go struct field ServiceSpec.spec.ports of type v1.ServicePort',
    ],
    [
      service,
      withSpec({ type: 1 }),
      'json: cannot unmarshal number into Go struct field ServiceSpec.spec.type of type v1.ServiceType',
    ],
    [
      service,
      withSpec({ ports: [{ port: '80' }, { port: true }] }),
      'json: cannot unmarshal string into Go struct field ServicePort.spec.ports.port of type int32',
    ],
    [
      service,
      withSpec({ ports: [{ port: 80, targetPort: true }] }),
      'json: cannot unmarshal bool into Go value of type int32',
    ],
    [
      pod,
      withSpec({ hostNetwork: 'true' }),
      'json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool',
    ],
    [service, [], 'json: cannot unmarshal array into Go value of type v1.Service'],
    [
      service,
      { metadata: { creationTimestamp: '2020-02-30T00:00:00Z' } },
      'parsing time "2020-02-30T00:00:00Z": day out of range',
    ],
    [service, { metadata: { creationTimestamp: 1 } }, 'json: cannot unmarshal number into Go value of type string'],
  ] as const)('%j %j', ([kind, body, message]) => {
    expect(outcome(kind, body, 'Warn')).toEqual({ message })
  })

  test('drops what it does not know and what is null', () => {
    const body = { ...withSpec({ type: null, wat: 1, ports: [{ port: 80, nope: {} }] }), data: null }
    expect(decode(service, body, 'Ignore')).toEqual({
      object: withSpec({ ports: [{ port: 80 }] }),
      warnings: [],
    })
  })

  test('takes custom kinds as they are', () => {
    const body = { kind: 'Widget', any: [null] }
    expect(decode({ group: 'x.io', version: 'v1', kind: 'Widget' }, body, 'Strict').object).toBe(body)
  })

  test('keeps times and quantities in the form of the server', () => {
    const container = { name: 'c', resources: { limits: { cpu: 0.5, memory: '1024Mi' } } }
    const metadata = { deletionTimestamp: '2020-01-01T02:00:00.5+02:00' }
    expect(decode(pod, { metadata, spec: { containers: [container] } }, 'Strict').object).toEqual({
      metadata: { deletionTimestamp: '2020-01-01T00:00:00Z' },
      spec: { containers: [{ name: 'c', resources: { limits: { cpu: '500m', memory: '1Gi' } } }] },
    })
  })

  test('no body breaks the decoder', () => {
    const key = fc.constantFrom('metadata', 'spec', 'containers', 'labels', 'name', 'ports', 'resources', 'limits', 'x')
    const body = fc.letrec(tie => ({
      value: fc.oneof(fc.jsonValue(), fc.dictionary(key, tie('value')), fc.array(tie('value'), { maxLength: 2 })),
    })).value
    fc.assert(
      fc.property(body, given => {
        expect(outcome(pod, given, 'Strict')).toBeDefined()
      }),
    )
  })
})
