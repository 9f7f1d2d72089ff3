import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTemplate } from '../../../src/printers/jsonpath/parser.ts'
import { PathError } from '../../../src/printers/jsonpath/path-error.ts'
import { relaxedPath } from '../../../src/printers/jsonpath/relaxed.ts'
import { runTemplate } from '../../../src/printers/jsonpath/run.ts'
import { resultsToJson, resultsToText } from '../../../src/printers/jsonpath/text.ts'
import { PrinterError } from '../../../src/printers/printer.ts'
import { readDocument } from '../../support/cases.ts'
import { growthOf, linear } from '../../support/growth.ts'

const pieces = [
  '{',
  '}',
  '.',
  '..',
  '[',
  ']',
  '[?(',
  ')]',
  '@',
  '$',
  '*',
  "'",
  '"',
  '\\',
  ',',
  ':',
  '-1',
  '2',
  '2.5',
  ' ',
]
const words = [
  'range ',
  'end',
  'true',
  'mixed',
  'objs',
  'keys',
  'nul',
  'n',
  '==',
  '<',
  '\n',
  '🚀',
  'length',
  '__proto__',
]
const template = fc.array(fc.oneof(fc.constantFrom(...pieces, ...words), fc.string({ maxLength: 3 })), {
  maxLength: 14,
})

const odd = readDocument('odd.json')

const refusalOf = (run: () => unknown): unknown => {
  try {
    run()
    return undefined
  } catch (error) {
    return error instanceof PrinterError || error instanceof PathError ? undefined : error
  }
}

test('no text makes the parser or the evaluator fail but with a refusal', () => {
  const print = (text: string) => {
    for (const results of runTemplate(parseTemplate(text), odd)) resultsToText(results) + resultsToJson(results)
  }
  fc.assert(
    fc.property(template, parts => {
      expect(refusalOf(() => print(parts.join('')))).toBeUndefined()
      expect(refusalOf(() => print(`{${parts.join('')}}`))).toBeUndefined()
      expect(refusalOf(() => print(relaxedPath(parts.join(''))))).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test.for([
  '{',
  '{{',
  '{.a}',
  '{.a',
  '.',
  '{[',
  '{["',
  "{['a',",
  '{[?(',
  '{[?(@.a==',
  '{"\\',
  '{range .a}',
  '{1',
  '{[?("',
  '{ ',
])('parsing %s again and again takes linear time', async piece => {
  const parse = (size: number): void => expect(refusalOf(() => parseTemplate(piece.repeat(size)))).toBeUndefined()
  expect(await growthOf(parse, 2500)).toBeLessThan(linear)
})

test.for(['a.', '[0]', "['a']", '..a', '@', "['a','a',", '"x"', '[?(@.a)]', 'true '])(
  'parsing one path of many %s takes linear time',
  async piece => {
    const parse = (size: number): void =>
      expect(refusalOf(() => parseTemplate(`{.${piece.repeat(size)}}`))).toBeUndefined()
    expect(await growthOf(parse, 2500)).toBeLessThan(linear)
  },
)
