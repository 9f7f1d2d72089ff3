import { compareBytes } from '../util/compare.ts'
import { SelectorError } from './selector-requirement.ts'

/** One term of `--field-selector`: `status.phase!=Running`. */
export interface FieldTerm {
  readonly field: string
  readonly equal: boolean
  readonly value: string
}

/** All terms must hold; nothing in it picks everything. */
export type FieldSelector = readonly FieldTerm[]

const metadataFields = ['metadata.name', 'metadata.namespace']

/** Reads a field selector's text; throws SelectorError in the server's words. */
export const parseFieldSelector = (text: string): FieldSelector =>
  splitTerms(text)
    .toSorted(compareBytes)
    .filter(term => term !== '')
    .map(term => parseTerm(text, term))
    .filter(({ field, value }) => field !== '' || value !== '')

/**
 * Refuses fields that a kind cannot be selected by. `supported` are the fields beyond name and namespace;
 * kinds with none are refused in other words than kinds with some.
 */
export const checkFieldSelector = (selector: FieldSelector, supported: readonly string[]): void => {
  const wrong = selector.find(({ field }) => !metadataFields.includes(field) && !supported.includes(field))
  if (!wrong) return
  throw new SelectorError(
    supported.length > 0
      ? `field label not supported: ${wrong.field}`
      : `"${wrong.field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
  )
}

/** `fieldText` gives a field of the object as text, empty where it has none. */
export const matchesFields = (selector: FieldSelector, fieldText: (field: string) => string): boolean =>
  selector.every(({ field, equal, value }) => (fieldText(field) === value) === equal)

export const printFieldSelector = (selector: FieldSelector): string =>
  selector.map(({ field, equal, value }) => `${field}${equal ? '=' : '!='}${escapeValue(value)}`).join(',')

const escapeValue = (value: string): string => value.replace(/[\\,=]/g, char => `\\${char}`)

const splitTerms = (text: string): string[] => text.match(/(?:[^\\,]|\\.?)+/gs) ?? []

const parseTerm = (text: string, term: string): FieldTerm => {
  const [, field, operator, value] = /^(.*?)(!=|==|=)(.*)$/s.exec(term) ?? []
  if (field === undefined || value === undefined) {
    throw new SelectorError(`invalid selector: '${text}'; can't understand '${term}'`)
  }
  return { field, equal: operator !== '!=', value: unescapeValue(value) }
}

const unescapeValue = (value: string): string =>
  value.replace(/\\(.?)|[,=]/gsu, (found, escaped: string | undefined) => {
    if (escaped === undefined) {
      // Go prints the number of the character here.
      throw new SelectorError(`invalid field selector: unescaped character in value: ${found.codePointAt(0)}`)
    }
    if (escaped === '' || !'\\,='.includes(escaped)) {
      throw new SelectorError(`invalid field selector: invalid escape sequence: ${found}`)
    }
    return escaped
  })
