import { expect, test } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

const files = sourceFiles('src')
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n')

test('no file of src is longer than 300 lines', () => {
  const long = files.filter(({ text }) => linesOf(text).length > 300)
  expect(long.map(({ path, text }) => `${path}: ${linesOf(text).length}`)).toEqual([])
})

test('no line is wider than 120 columns, but for texts that cannot be broken', () => {
  const wide = files.flatMap(({ path, text }) =>
    linesOf(text)
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => [...line].length > 120 && !/['"`/]/.test(line)),
  )
  expect(wide.map(({ place }) => place)).toEqual([])
})

test('file names are kebab-case', () => {
  const odd = files.filter(({ path }) => !/^([a-z0-9.-]+\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path))
  expect(odd.map(({ path }) => path)).toEqual([])
})

test('nothing is exported by default', () => {
  expect(files.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([])
})

test('time, chance, console and process come in as parameters', () => {
  const outside = /\b(Date\.now\(|Math\.random|console\.|process\.[a-z])/
  const wrong = files
    .filter(({ path }) => !/^src\/(main\.ts|host\/)/.test(path))
    .filter(({ text }) => outside.test(withoutComments(text)))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
