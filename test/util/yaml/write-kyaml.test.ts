import { expect, test } from 'vitest'
import { toKyaml } from '../../../src/util/yaml/write-kyaml.ts'

test.for([
  [{}, '{}'],
  [[], '[]'],
  [{ b: 1, a: [], c: null }, '{\n  a: [],\n  b: 1,\n  c: null,\n}'],
  [{ ports: [{ port: 80 }, { port: 53 }] }, '{\n  ports: [{\n    port: 80,\n  }, {\n    port: 53,\n  }],\n}'],
  [{ ips: ['10.0.0.1'] }, '{\n  ips: [\n    "10.0.0.1",\n  ],\n}'],
  [
    { y: 'y', 'a.b/c-d': '"', '10': 'x', 'a b': '한', '-': '🚀', '': 'e' },
    '{\n  "": "e",\n  "-": "🚀",\n  "10": "x",\n  "a b": "한",\n  a.b/c-d: "\\"",\n  "y": "y",\n}',
  ],
  [{ text: 'a\n  b\n' }, '{\n  text: "\\\n     a\\n\\\n    \\  b\\n\\\n    ",\n}'],
  [{ text: 'a\n\nb' }, '{\n  text: "\\\n     a\\n\\\n     \\n\\\n     b\\\n    ",\n}'],
] as const)('%j', ([value, text]) => {
  expect(toKyaml(value)).toBe(text)
})
