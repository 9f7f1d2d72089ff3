import { fillGroups, goRegExp } from '../go-regexp.ts'
import { fqdn, lower } from '../names.ts'
import { changeTarget, type RecordChange } from './rule.ts'

interface AnswerChanges {
  /** `answer auto`: names of the answer go back to what was asked. */
  readonly auto: boolean
  readonly changes: readonly RecordChange[]
}

/** Reads `answer auto` and `answer name|value FROM TO` at the end of a name rule. */
export const answerChanges = (kind: string, words: readonly string[]): AnswerChanges => {
  if (words.length === 1) throw new Error(`invalid arguments for ${kind} rule`)
  const changes: RecordChange[] = []
  let auto = false
  let hasName = false
  for (let at = 0; at < words.length; ) {
    if (at === 0 && words[at] !== 'answer') {
      throw new Error(`exceeded the number of arguments for a non-answer rule argument for ${kind} rule`)
    }
    if (words[at] === 'answer') at++
    const what = words[at]
    if (what === undefined) throw new Error(`type missing for answer rule for ${kind} rule`)
    if (what === 'auto') {
      auto = true
      at++
      continue
    }
    changes.push(changeOf(what, kind, words.slice(at + 1, at + 3)))
    hasName ||= what === 'name'
    at += 3
  }
  if (auto && hasName) throw new Error('auto name answer rule cannot be combined with explicit name anwer rules')
  return { auto, changes }
}

const changeOf = (what: string, kind: string, [from, to]: readonly string[]): RecordChange => {
  if (what !== 'name' && what !== 'value') throw new Error(`invalid type "${what}" for answer rule for ${kind} rule`)
  if (from === undefined || to === undefined) {
    throw new Error(`${what} answer rule for ${kind} rule: 2 arguments required`)
  }
  const pattern = goRegExp(from)
  const change = (text: string): string => {
    const match = pattern.exec(lower(text))
    return match ? fqdn(fillGroups(lower(to), match)) : text
  }
  return what === 'name' ? item => ({ ...item, name: change(item.name) }) : item => changeTarget(item, change)
}
