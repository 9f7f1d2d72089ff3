type Sign = '!=' | '==' | '=' | '!' | ',' | '(' | ')' | '>' | '<'

/** A piece of a label selector's text; `end` is its end. */
export interface Token {
  readonly kind: Sign | 'in' | 'notin' | 'word' | 'end'
  readonly text: string
}

const pattern = /[ \t\r\n]*(?:(!=|==|[=!,()<>])|([^ \t\r\n=!,()<>]+))/y

/** Cuts a selector's text, up to a zero byte, into pieces: symbols, the words `in` and `notin`, and other words. */
export const tokens = (text: string): readonly Token[] => {
  const found: Token[] = []
  const scan = new RegExp(pattern)
  const [read = ''] = text.split('\0')
  for (let match = scan.exec(read); match; match = scan.exec(read)) {
    const [, symbol, word = ''] = match
    found.push(symbol ? { kind: symbol as Sign, text: symbol } : { kind: kindOf(word), text: word })
  }
  return [...found, { kind: 'end', text: '' }]
}

const kindOf = (word: string): Token['kind'] => (word === 'in' || word === 'notin' ? word : 'word')
