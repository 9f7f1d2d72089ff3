import { CurlError } from './curl-error.ts'

/** The URLs that one with `{a,b}` or `[1-3]` in it stands for. Throws CurlError. */
export const expandUrl = (url: string): readonly string[] => {
  const found = /\{([^{}]*)\}|\[(\d+)-(\d+)\]/.exec(url)
  const open = url.indexOf('{')
  if (!found && open >= 0) throw badGlob('unmatched brace', url, open)
  if (!found) return [url]
  const [whole, words, from = '0', to = '0'] = found
  const choices = words === undefined ? numbers(from, to) : words.split(',')
  const [before, after] = [url.slice(0, found.index), url.slice(found.index + whole.length)]
  return choices.flatMap(choice => expandUrl(`${before}${choice}${after}`))
}

/** `08-10` keeps its zeros. */
const numbers = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, index) =>
    String(Number(from) + index).padStart(from.startsWith('0') ? from.length : 0, '0'),
  )

const badGlob = (what: string, url: string, at: number): CurlError =>
  new CurlError(3, `${what} in URL position ${at + 1}:\n${url}\n${' '.repeat(at)}^`)
