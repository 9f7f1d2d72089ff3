import { goQuote } from '../../../util/go-quote.ts'

/** What Go says of a text that is no JSON; undefined if it is some. */
export const jsonFault = (text: string): string | undefined => {
  try {
    JSON.parse(text)
    return undefined
  } catch {
    const first = text.trimStart()[0]
    if (first === undefined || '{["'.includes(first)) return 'unexpected end of JSON input'
    return `invalid character ${goQuote(first).replace(/^"|"$/g, "'")} looking for beginning of value`
  }
}
