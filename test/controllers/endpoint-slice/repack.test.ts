import { describe, expect, test } from 'vitest'
import type { Endpoint, EndpointSlice } from '../../../src/api/generated/types.ts'
import { repack } from '../../../src/controllers/endpoint-slice/repack.ts'
import { endpointKey } from '../../../src/controllers/endpoint-slice/slices.ts'
import { times } from '../../../src/util/range.ts'

const endpoint = (index: number): Endpoint => ({ addresses: [`10.0.${index >> 8}.${index & 255}`] })

const slice = (name: string, from: number, to: number): EndpointSlice => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name, labels: {} },
  addressType: 'IPv4',
  endpoints: times(to - from, index => endpoint(from + index)),
  ports: [],
})

const shown = (slices: readonly EndpointSlice[]) =>
  slices.map(({ metadata: { name }, endpoints }) => `${name} ${endpoints?.length}`)

describe('packing endpoints into slices', () => {
  test.for([
    { name: 'new ones of a hundred each', existing: [], wanted: [0, 250], create: ['new 100', 'new 100', 'new 50'] },
    { name: 'nothing to do', existing: [slice('a', 0, 50)], wanted: [0, 50] },
    {
      name: 'what is new goes where it fills best',
      existing: [slice('a', 0, 50), slice('b', 50, 120)],
      wanted: [0, 140],
      update: ['b 90'],
    },
    {
      name: 'too much for any gets a slice of its own',
      existing: [slice('a', 0, 90)],
      wanted: [0, 110],
      create: ['new 20'],
    },
    {
      name: 'a slice that changes is filled first',
      existing: [slice('a', 0, 50), slice('b', 50, 100)],
      wanted: [10, 140],
      update: ['a 80'],
    },
    {
      name: 'an empty slice goes',
      existing: [slice('a', 0, 50), slice('b', 50, 100)],
      wanted: [50, 100],
      remove: ['a 50'],
    },
  ])('$name', ({ existing, wanted, create = [], update = [], remove = [] }) => {
    const [from = 0, to = 0] = wanted
    const endpoints = new Map(times(to - from, index => endpoint(from + index)).map(one => [endpointKey(one), one]))
    const plan = repack({ existing, group: { ports: [], endpoints }, labels: {}, fresh: () => slice('new', 0, 0) })

    expect({ create: shown(plan.create), update: shown(plan.update), remove: shown(plan.remove) }).toEqual({
      create,
      update,
      remove,
    })
  })
})
