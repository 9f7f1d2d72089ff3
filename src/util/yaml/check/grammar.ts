import type { Mark } from './cursor.ts'
import { readDirectives } from './directives.ts'
import { Scanner, type TokenKind } from './scanner.ts'
import { grammarError } from './syntax-error.ts'

/**
 * Reads the first document of a YAML text by libyaml's grammar and throws the YamlError that kubectl would print for
 * it. The package `yaml` reads the values; it accepts and refuses other texts, and words its errors otherwise.
 */
export const checkSyntax = (text: string): void => {
  const scanner = new Scanner(text)
  const hasDirectives = readDirectives(scanner, text)
  const { kind, mark } = scanner.peek()
  if (kind === 'document start') scanner.next()
  else if (hasDirectives) throw grammarError('did not find expected <document start>', mark)
  if (kind === 'end') return
  if (!atDocumentEnd(scanner)) readNodes(scanner)
  // The parser looks one token ahead to see whether the document has an explicit end.
  scanner.peek()
}

const atDocumentEnd = (scanner: Scanner): boolean =>
  ['document start', 'document end', 'directive', 'end'].includes(scanner.peek().kind)

// One collection that is being read; `step` handles its next token.
interface Frame {
  readonly step: Step
  readonly mark: Mark
  fresh: boolean
}
type Step = (reader: Reader, frame: Frame) => void
interface Reader {
  readonly scanner: Scanner
  readonly frames: Frame[]
}

// Frames instead of recursion: text may be nested deeper than the stack.
const readNodes = (scanner: Scanner): void => {
  const reader: Reader = { scanner, frames: [] }
  readNode(reader, { block: true })
  for (let frame = reader.frames.at(-1); frame; frame = reader.frames.at(-1)) frame.step(reader, frame)
}

const readNode = (reader: Reader, { block, indentless = false }: { block: boolean; indentless?: boolean }): void => {
  const { scanner } = reader
  const start = scanner.peek().mark
  if (scanner.peek().kind === 'alias') return void scanner.next()
  let properties = false
  while (scanner.peek().kind === 'property') {
    scanner.next()
    properties = true
  }
  const { kind, mark } = scanner.peek()
  if (kind === 'scalar') return void scanner.next()
  if (indentless && kind === '-') return void reader.frames.push({ step: indentlessEntry, mark, fresh: true })
  const step = collections[kind]
  if (step && (block || kind === '[' || kind === '{')) {
    scanner.next()
    return void reader.frames.push({ step, mark, fresh: true })
  }
  if (!properties) throw grammarError('did not find expected node content', mark, start)
}

const close = ({ scanner, frames }: Reader): void => {
  scanner.next()
  frames.pop()
}

const sequenceEntry: Step = (reader, frame) => {
  const { kind, mark } = reader.scanner.peek()
  if (kind === 'block end') return close(reader)
  if (kind !== '-') throw grammarError("did not find expected '-' indicator", mark, frame.mark)
  reader.scanner.next()
  if (!['-', 'block end'].includes(reader.scanner.peek().kind)) readNode(reader, { block: true })
}

const indentlessEntry: Step = (reader, _frame) => {
  if (reader.scanner.peek().kind !== '-') return void reader.frames.pop()
  reader.scanner.next()
  if (!['-', '?', ':', 'block end'].includes(reader.scanner.peek().kind)) readNode(reader, { block: true })
}

const mappingEntry: Step = (reader, frame) => {
  const { kind, mark } = reader.scanner.peek()
  if (kind === 'block end') return close(reader)
  // A lone `:` is the value of an empty key, but only behind a key: libyaml asks for the key first.
  if (kind !== '?') throw grammarError('did not find expected key', mark, frame.mark)
  reader.scanner.next()
  reader.frames.push({ step: mappingValue, mark, fresh: true })
  if (!['?', ':', 'block end'].includes(reader.scanner.peek().kind)) readNode(reader, { block: true, indentless: true })
}

const mappingValue: Step = reader => {
  reader.frames.pop()
  if (reader.scanner.peek().kind !== ':') return
  reader.scanner.next()
  if (!['?', ':', 'block end'].includes(reader.scanner.peek().kind)) readNode(reader, { block: true, indentless: true })
}

const flowSequenceEntry: Step = (reader, frame) => {
  const { scanner } = reader
  if (scanner.peek().kind === ']') return close(reader)
  if (!frame.fresh) {
    const { kind, mark } = scanner.peek()
    if (kind !== ',') throw grammarError("did not find expected ',' or ']'", mark, frame.mark)
    scanner.next()
  }
  frame.fresh = false
  const { kind, mark } = scanner.peek()
  if (kind === '?') {
    scanner.next()
    reader.frames.push({ step: flowPairValue, mark, fresh: true })
    if (![':', ',', ']'].includes(scanner.peek().kind)) readNode(reader, { block: false })
  } else if (kind !== ']') readNode(reader, { block: false })
}

const flowPairValue: Step = reader => {
  reader.frames.pop()
  if (reader.scanner.peek().kind !== ':') return
  reader.scanner.next()
  if (![',', ']'].includes(reader.scanner.peek().kind)) readNode(reader, { block: false })
}

const flowMappingEntry: Step = (reader, frame) => {
  const { scanner } = reader
  if (scanner.peek().kind === '}') return close(reader)
  if (!frame.fresh) {
    const { kind, mark } = scanner.peek()
    if (kind !== ',') throw grammarError("did not find expected ',' or '}'", mark, frame.mark)
    scanner.next()
  }
  frame.fresh = false
  const { kind, mark } = scanner.peek()
  if (kind === '?') {
    scanner.next()
    reader.frames.push({ step: flowMappingValue, mark, fresh: true })
    if (![':', ',', '}'].includes(scanner.peek().kind)) readNode(reader, { block: false })
  } else if (kind !== '}') {
    reader.frames.push({ step: flowMappingValue, mark, fresh: true })
    readNode(reader, { block: false })
  }
}

const flowMappingValue: Step = reader => {
  reader.frames.pop()
  if (reader.scanner.peek().kind !== ':') return
  reader.scanner.next()
  if (![',', '}'].includes(reader.scanner.peek().kind)) readNode(reader, { block: false })
}

const collections: Partial<Record<TokenKind, Step>> = {
  'block sequence': sequenceEntry,
  'block mapping': mappingEntry,
  '[': flowSequenceEntry,
  '{': flowMappingEntry,
}
