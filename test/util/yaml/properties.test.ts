import fc from 'fast-check'
import { expect, test } from 'vitest'
import { YamlError } from '../../../src/util/yaml/error.ts'
import { iterateDocuments, parseYaml } from '../../../src/util/yaml/read.ts'
import { toYaml } from '../../../src/util/yaml/write.ts'
import { toKyaml } from '../../../src/util/yaml/write-kyaml.ts'
import { growthOf, linear } from '../../support/growth.ts'

// Strings that go wrong easily, and any others; U+0085 and a key `<<` do not survive in kubectl
// either; U+2028 and U+2029 are line breaks to it, but not to the package that reads here.
const hard = fc.constantFrom(
  'y',
  '~',
  '0x1F',
  '1_0',
  '12:30',
  '- a',
  'a: b',
  ' x',
  'x ',
  '\n',
  'a\n\n',
  '\ta',
  "'",
  '"',
  '<<',
  '🚀',
  'on',
  'null',
  'NULL',
  '.inf',
  '.NaN',
  '1e3',
  '+1',
  '.5',
  '0o17',
  '0b1',
  '017',
  '190:20:30',
  '2024-05-01',
  '2001-12-14t21:59:43.10-05:00',
  '=',
  '?',
  '-',
  '---',
  '...',
  '!x',
  '&a',
  '*a',
  '%a',
  '@a',
  '`a',
  'a #b',
  '#b',
  '[a',
  '{a',
  '|',
  '>',
)
const pieces = fc
  .array(fc.constantFrom('a', ' ', '  ', '\n', ':', '#', '-', '"', "'", '\\', '한', ','), { maxLength: 60 })
  .map(parts => parts.join(''))
const text = fc
  .oneof(hard, pieces, fc.string({ unit: 'binary' }))
  .map(string => string.replace(/[\x7f-\x9f\u2028\u2029\ufffe\uffff]/g, ''))
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter(key => key !== '__proto__' && key !== '<<'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
}))

test('what is printed as YAML reads back as itself', () => {
  fc.assert(
    fc.property(value, item => {
      expect(parseYaml(toYaml(item))).toEqual(item)
    }),
    { numRuns: 1500 },
  )
})

test('what YAML cannot hold is refused, and the rest reads back, lone surrogates as what stands for them', () => {
  // These three are line breaks to one reader and none to the other.
  const any = fc
    .array(fc.nat(0xffff), { maxLength: 6 })
    .map(units => String.fromCharCode(...units).replace(/[\x85\u2028\u2029]/g, ''))
  const odd = fc.oneof(
    any,
    fc.constantFrom('\x00', '\x07', '\x1b[0m', '\x7f', '\ud800', 'a\udc00b', '\ufeff', '\ufffe'),
  )
  fc.assert(
    fc.property(fc.oneof(odd, fc.record({ a: odd, b: fc.array(odd, { maxLength: 2 }) })), item => {
      let yaml = ''
      try {
        yaml = toYaml(item)
      } catch (error) {
        expect(error).toBeInstanceOf(YamlError)
        return
      }
      const whole = JSON.parse(JSON.stringify(item).replace(/\\ud[89a-f][0-9a-f]{2}/g, '\ufffd'))
      expect(parseYaml(yaml)).toEqual(whole)
    }),
    { numRuns: 2000 },
  )
})

test('a document of JSON among others is what YAML makes of it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        text.filter(key => key !== '__proto__' && key !== '<<'),
        value,
      ),
      object => {
        const json = JSON.stringify(object, null, 2)
        expect([...iterateDocuments(`a: b\n---\n${json}\n---\n${json}`)]).toEqual([
          { a: 'b' },
          parseYaml(json),
          parseYaml(json),
        ])
      },
    ),
    { numRuns: 1000 },
  )
})

test('what is printed as KYAML reads back as itself', () => {
  fc.assert(
    fc.property(value, item => {
      expect(parseYaml(toKyaml(item))).toEqual(item)
    }),
    { numRuns: 1500 },
  )
})

const tokens = [
  'a',
  ': ',
  ':',
  '- ',
  '-',
  '\n',
  '\n  ',
  '\n    ',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '#',
  ' #',
  '&x ',
  '*x',
  '!t ',
  '|',
  '>',
  '? ',
  '---\n',
  '...\n',
  '%',
  '@',
  '<<: ',
  '1',
  '\\',
  '"a"',
  'y',
]

test('every text is read or refused with a YamlError', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 25 }), parts => {
      try {
        for (const document of iterateDocuments(parts.join(''))) expect(document).not.toBeUndefined()
      } catch (error) {
        expect(error).toBeInstanceOf(YamlError)
      }
    }),
    { numRuns: 5000 },
  )
})

test.for([
  ['lists', '- a: 1\n  b: [x, "y"]\n'],
  ['open brackets', '['],
  ['open braces of JSON', '{"a":'],
  ['dashes', '- '],
  ['quotes', '"'],
  ['words', 'word '],
  ['lines of one word', 'word\n'],
  ['anchors', '- &a b\n'],
  ['documents', '---\na: 1\n'],
  ['JSON documents', '{"a":1}'],
] as const)('time grows with length only: %s', async ([, piece]) => {
  const read = (count: number): void => {
    try {
      Array.from(iterateDocuments(piece.repeat(count)))
    } catch (error) {
      expect(error).toBeInstanceOf(YamlError)
    }
  }
  expect(await growthOf(read, 500)).toBeLessThan(linear)
})
