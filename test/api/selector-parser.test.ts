import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches } from '../../src/api/labels.ts'
import { parseToLabelSelector } from '../../src/api/selector-convert.ts'
import { formatLabelSelector, matchesSelector, parseSelector, printSelector } from '../../src/api/selector-parser.ts'
import { SelectorError } from '../../src/api/selector-requirement.ts'
import recorded from '../cases/selectors.json' with { type: 'json' }
import { growthOf, linear } from '../support/growth.ts'

const converted = (selector: string): object => {
  try {
    return { parsed: parseToLabelSelector(selector) }
  } catch (error) {
    return { stderr: `error: ${(error as Error).message}\n` }
  }
}

describe('label selector text', () => {
  // An empty selector is refused by the flag, not by the parser.
  test.for(recorded.filter(({ selector }) => selector !== ''))(
    'reads $selector as recorded',
    ({ selector, parsed, stderr }) => {
      expect(converted(selector)).toEqual(parsed ? { parsed } : { stderr })
    },
  )

  test.for([
    ['app in (x', "unable to parse requirement: found '', expected: ',' or ')'"],
    ['app=x,', "found '', expected: identifier after ','"],
    ['app=x=y', "found '=', expected: ',' or 'end of string'"],
    ['a=(', "unable to parse requirement: found '(', expected: identifier"],
  ] as const)('refuses %s', ([text, message]) => {
    expect(() => parseSelector(text)).toThrow(new SelectorError(message))
  })

  test.for([
    ['app==x', { app: 'x' }, true],
    ['app!=x', {}, true],
    ['app!=x', { app: 'x' }, false],
    ['app in (x,y)', { app: 'y' }, true],
    ['app notin (x)', {}, true],
    ['app in ()', { app: 'x' }, false],
    ['app', { app: '' }, true],
    ['app', {}, false],
    ['!app', {}, true],
    ['n>1', { n: '2' }, true],
    ['n>1', { n: 'x' }, false],
    ['n<1', { n: '-3' }, true],
    ['toString', {}, false],
    ['', {}, true],
  ] as const)('%s on %j: %s', ([text, labels, expected]) => {
    expect(matchesSelector(parseSelector(text), labels)).toBe(expected)
  })

  test('what is printed reads as the same', () => {
    const key = fc.oneof(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.stringMatching(/^[a-z]{1,4}(\.[a-z]{1,3})?\/[A-Za-z0-9]{1,2}[-._]?[a-z0-9]{1,3}$/),
      fc.constantFrom('in', 'notin', 'exists', '1', 'a/in'),
    )
    const value = fc.oneof(
      fc.stringMatching(/^([a-z0-9]{1,4})?$/),
      fc.stringMatching(/^[A-Za-z0-9][-._A-Za-z0-9]{0,5}[A-Za-z0-9]$/),
      fc.constantFrom('in', 'notin', '0', 'true'),
    )
    const term = fc.oneof(
      fc.tuple(key, fc.constantFrom('=', '==', '!='), value).map(parts => parts.join('')),
      fc.tuple(key, fc.constantFrom('in', 'notin'), fc.array(value)).map(([k, op, list]) => `${k} ${op} (${list})`),
      fc.tuple(fc.constantFrom('', '!'), key).map(parts => parts.join('')),
      fc.tuple(key, fc.constantFrom('>', '<'), fc.nat()).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(fc.array(term), terms => {
        const selector = parseSelector(terms.join(' , '))
        expect(parseSelector(printSelector(selector))).toEqual(selector)
      }),
      { numRuns: 1000 },
    )
  })

  test.for(['a,', 'a in (b,c),', 'a!=b,', '(', 'a in (', '!', ' ', 'a=b=', '>', ',b'])(
    '%s again and again takes linear time',
    async piece => {
      const parse = (count: number): void => {
        try {
          parseSelector(`a${piece.repeat(count)}`)
        } catch (error) {
          expect(error).toBeInstanceOf(SelectorError)
        }
      }
      expect(await growthOf(parse, 1000)).toBeLessThan(linear)
    },
  )

  test('no text breaks the parser', () => {
    const piece = fc.oneof(fc.constantFrom('a', 'in', 'notin', '(', ')', ',', '=', '!', '>', ' ', '\0'), fc.string())
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        try {
          parseSelector(pieces.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(SelectorError)
        }
      }),
    )
  })
})

describe('selector of an object', () => {
  const labels = { app: 'web', tier: 'front' }
  const expression = (key: string, operator: string, values?: string[]) => ({
    matchExpressions: [{ key, operator, values }],
  })
  test.for([
    [undefined, false],
    [{}, true],
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'web', tier: 'back' } }, false],
    [expression('app', 'In', ['web', 'api']), true],
    [expression('app', 'NotIn', ['web']), false],
    [expression('zone', 'NotIn', ['web']), true],
    [expression('app', 'Exists'), true],
    [expression('zone', 'DoesNotExist'), true],
    [expression('app', 'Bogus'), false],
  ] as const)('%j: %s', ([selector, expected]) => {
    expect(matches(selector, labels)).toBe(expected)
  })

  test.for([
    [undefined, '<none>'],
    [{}, '<none>'],
    [{ matchLabels: { b: '2', a: '1' } }, 'a=1,b=2'],
    [expression('a', 'In', ['z', 'y']), 'a in (y,z)'],
    [expression('a', 'DoesNotExist'), '!a'],
    [expression('a', 'Bogus'), '<error>'],
  ] as const)('%j prints as %s', ([selector, expected]) => {
    expect(formatLabelSelector(selector)).toBe(expected)
  })
})
