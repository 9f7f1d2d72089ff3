import { type Answer, authoritative, unwritten } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import { fallsThrough, fallthroughZones } from '../fallthrough.ts'
import { goRegExp } from '../go-regexp.ts'
import type { Query, Rcode, ResourceRecord } from '../message.ts'
import { lower, matchZone } from '../names.ts'
import { argumentError, CorefileError, type Directive, definePlugin, lastWord, type PluginContext } from '../plugin.ts'
import { rcodeNamed } from '../rcodes.ts'
import { compileTemplate, type TemplateData } from '../template-text.ts'
import { classCode, typeCode } from '../wire/types.ts'
import { parseZone } from '../zone/parse.ts'

type Text = (data: TemplateData) => string

interface Template {
  readonly zones: readonly string[]
  readonly class: string
  readonly type: string
  readonly patterns: readonly RegExp[]
  readonly rcode: Rcode
  readonly answer: readonly Text[]
  readonly authority: readonly Text[]
  readonly additional: readonly Text[]
  readonly fallthrough: readonly string[]
}

/** Answers made of the question, by patterns. */
export const template = definePlugin({
  name: 'template',

  setupAll(directives, context) {
    const templates = directives.map(directive => templateOf(directive, context.zones))

    return next => query => {
      for (const item of templates) {
        const zone = matchZone(item.zones, query.question.name)
        if (zone === undefined || !isAsked(item, query)) continue
        const data = matched(item, query, zone)
        if (data) return answerOf(item, data, query, context)
        if (!fallsThrough(item.fallthrough, query.question.name)) return unwritten('SERVFAIL')
      }
      return next(query)
    }
  },
})

const isAsked = (item: Template, { question }: Query): boolean =>
  (item.class === 'ANY' || question.class === 'ANY' || item.class === question.class) &&
  (item.type === 'ANY' || question.type === 'ANY' || item.type === question.type)

const matched = (item: Template, { question, source }: Query, zone: string): TemplateData | undefined => {
  const name = lower(question.name)
  for (const pattern of item.patterns) {
    const match = pattern.exec(name)
    if (!match) continue
    const texts = [...match].map(text => text ?? '')
    const numbered = Object.fromEntries(texts.map((text, index) => [String(index), text]))
    return {
      Name: name,
      Zone: zone,
      Regex: pattern.source,
      Class: question.class === 'ANY' ? item.class : question.class,
      Type: question.type === 'ANY' ? item.type : question.type,
      Remote: source.address,
      Match: texts,
      Group: { ...numbered, ...match.groups },
    }
  }
  return undefined
}

const answerOf = async (item: Template, data: TemplateData, query: Query, context: PluginContext): Promise<Answer> => {
  if (item.rcode === 'SERVFAIL') return unwritten('SERVFAIL')
  try {
    const records = (texts: readonly Text[]): readonly ResourceRecord[] => texts.map(text => recordOf(text(data)))
    const answers: ResourceRecord[] = []
    for (const found of records(item.answer)) {
      answers.push(found)
      if (found.type !== 'CNAME' || (data.Type !== 'A' && data.Type !== 'AAAA')) continue
      answers.push(...(await context.lookup(query, found.data, data.Type)).answers)
    }
    const { rcode } = item
    return authoritative({ rcode, answers, authority: records(item.authority), additional: records(item.additional) })
  } catch (error) {
    return unwritten('SERVFAIL', error instanceof Error ? error.message : String(error))
  }
}

const recordOf = (text: string): ResourceRecord => {
  const [first] = [...parseZone(`$TTL 3600\n${text}`, '.').records.values()].flat()
  if (!first) throw new Error(`no record in ${text}`)
  return first
}

const templateOf = (directive: Directive, blockZones: readonly string[]): Template => {
  const [kind, type, ...zones] = directive.args
  if (kind === undefined || type === undefined) throw argumentError({ ...directive, lastWord: lastWord(directive) })
  if (classCode(kind) === undefined) throw new CorefileError(directive, `invalid query class ${kind}`)
  if (typeCode(type) === undefined) throw new CorefileError(directive, `invalid RR class ${type}`)
  let item: Template = {
    zones: zonesOr(zones, blockZones),
    class: kind,
    type,
    patterns: [],
    rcode: 'NOERROR',
    answer: [],
    authority: [],
    additional: [],
    fallthrough: [],
  }
  for (const line of directive.body) item = { ...item, ...property(line, item) }
  return item.patterns.length === 0 ? { ...item, patterns: [/.*/] } : item
}

const property = (line: Directive, item: Template): Partial<Template> => {
  const { name, args } = line
  if (args.length === 0 && name !== 'fallthrough' && name !== 'upstream') {
    throw argumentError({ ...line, lastWord: lastWord(line) })
  }
  switch (name) {
    case 'match':
      return { patterns: [...item.patterns, ...args.map(pattern => compiled(line, pattern))] }
    case 'answer':
    case 'authority':
    case 'additional':
      return { [name]: [...item[name], ...args.map(text => textOf(line, text))] }
    case 'rcode':
      return { rcode: rcodeOf(line) }
    case 'fallthrough':
      return { fallthrough: fallthroughZones(args) }
    case 'upstream':
    case 'ederror':
      return {}
    default:
      throw argumentError({ ...line, lastWord: name })
  }
}

const compiled = (line: Directive, pattern: string): RegExp => {
  try {
    return goRegExp(pattern)
  } catch (error) {
    throw new CorefileError(
      line,
      `could not parse regex: ${pattern}, ${error instanceof Error ? error.message : error}`,
    )
  }
}

const textOf = (line: Directive, text: string): Text => {
  try {
    return compileTemplate(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CorefileError(line, `could not compile template: ${text}, ${reason}`)
  }
}

const rcodeOf = (line: Directive): Rcode => {
  const rcode = rcodeNamed(line.args[0] ?? '')
  if (!rcode) throw new CorefileError(line, `unknown rcode ${line.args[0]}`)
  return rcode
}
