import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBody } from '../../../src/http/protobuf/decode-body.ts'
import { decodeMessage } from '../../../src/http/protobuf/decode-message.ts'
import { WireError } from '../../../src/http/protobuf/wire.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text.split(' '), word => Number.parseInt(word, 16))

describe('messages', () => {
  test.for([
    {
      name: 'texts and maps',
      id: 'core.v1.ConfigMap',
      wire: '12 06 0a 01 61 12 01 62 12 06 0a 01 63 12 01 64',
      json: { data: { a: 'b', c: 'd' } },
    },
    { name: 'bytes', id: 'core.v1.Secret', wire: '12 07 0a 01 61 12 02 68 69', json: { data: { a: 'aGk=' } } },
    { name: 'a number', id: 'core.v1.ContainerPort', wire: '18 50', json: { containerPort: 80 } },
    {
      name: 'a negative number',
      id: 'core.v1.ContainerPort',
      wire: '18 ff ff ff ff ff ff ff ff ff 01',
      json: { containerPort: -1 },
    },
    {
      name: 'a list of numbers',
      id: 'core.v1.PodSecurityContext',
      wire: '20 01 20 02',
      json: { supplementalGroups: [1, 2] },
    },
    {
      name: 'what JSON has beside the others',
      id: 'core.v1.Volume',
      wire: '0a 01 76 12 02 12 00',
      json: { name: 'v', emptyDir: {} },
    },
    { name: 'a port by its number', id: 'util.intstr.IntOrString', wire: '08 00 10 50 1a 00', json: 80 },
    { name: 'a port by its name', id: 'util.intstr.IntOrString', wire: '08 01 10 00 1a 01 61', json: 'a' },
    { name: 'a time', id: 'apis.meta.v1.Time', wire: '08 80 e4 97 d0 06', json: '2026-05-14T16:02:08Z' },
    { name: 'no time', id: 'apis.meta.v1.Time', wire: '', json: undefined },
    { name: 'a quantity', id: 'api.resource.Quantity', wire: '0a 01 31', json: '1' },
    { name: 'a field that nobody knows', id: 'core.v1.ConfigMap', wire: '98 06 01', json: {} },
  ])('$name', ({ id, wire, json }) => {
    expect(decodeMessage(id, wire ? bytes(wire) : new Uint8Array())).toEqual(json)
  })

  test.for([
    {
      name: 'no prefix',
      wire: '7b 7d',
      fault: 'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    },
    { name: 'an end too early', wire: '6b 38 73 00 0a 0f 0a', fault: 'unexpected EOF' },
    {
      name: 'a kind that nobody knows',
      wire: '6b 38 73 00 0a 07 0a 02 76 31 12 01 58',
      fault: 'proto: no message core.v1.X',
    },
  ])('$name', ({ wire, fault }) => {
    expect(() => decodeBody(bytes(wire))).toThrow(fault)
  })

  test('any bytes are read, or refused', () => {
    const head = bytes('6b 38 73 00 0a 08 0a 02 76 31 12 03 50 6f 64')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), tail => {
        try {
          decodeBody(Uint8Array.from([...head, 0x12, ...tail]))
        } catch (error) {
          expect(error).toBeInstanceOf(WireError)
        }
      }),
    )
  })
})
