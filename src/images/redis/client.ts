import { bytesOf, textOf } from '../../api/conversation.ts'
import { flagless } from '../client.ts'
import { array } from './resp.ts'

// Flags of redis-cli that have a value.
const valued = ['-h', '-p', '-a', '-n', '-u', '-t', '-s', '-r', '-i', '-d', '--user', '--pass']

/** What redis-cli sends for its words, or for the lines that it is given. */
export const sentFor = (words: readonly string[], stdin: string): string => {
  const own = flagless(words, valued)
  return own.length > 0 ? array(own.map(bytesOf)) : stdin.split('\n').filter(Boolean).map(commandLine).join('')
}

const commandLine = (line: string): string => `${bytesOf(line.trim())}\r\n`

/** What it prints of the answers where nobody watches. */
export const printedOf = (answers: string): string => {
  let [printed, rest] = ['', answers]
  while (rest !== '') {
    const { text, taken } = replyIn(rest)
    printed += `${text}\n`
    rest = rest.slice(taken)
  }
  return textOf(printed)
}

const replyIn = (bytes: string): { readonly text: string; readonly taken: number } => {
  const end = bytes.indexOf('\r\n')
  const [sign, line, next] = [bytes[0], bytes.slice(1, end), end + 2]
  if (end < 0) return { text: bytes, taken: bytes.length }
  // It leaves a line empty behind what went wrong.
  if (sign === '-') return { text: `${line}\n`, taken: next }
  if (sign !== '$') return { text: sign === '*' ? '' : line, taken: next }
  const size = Number(line)
  return size < 0 ? { text: '', taken: next } : { text: bytes.slice(next, next + size), taken: next + size + 2 }
}
