import { expect, test } from 'vitest'
import { dig } from '../../src/tools/dig/dig.ts'
import { host } from '../../src/tools/host/host.ts'
import { nslookup } from '../../src/tools/nslookup/nslookup.ts'
import type { Run } from '../../src/tools/tool.ts'
import { type Recorded, readRecordings } from '../support/client-recordings.ts'
import { labTransport } from '../support/dns-lab.ts'
import { runTool } from '../support/tool-world.ts'

const styled =
  (style: string): Run =>
  (words, world) =>
    nslookup([`--style=${style}`, ...words], world)

/** Which of our programs stands for a recorded one. */
const programOf = ({ program, words }: Recorded, bind: boolean): { run: Run; words: readonly string[] } => {
  if (program === 'dig') return { run: dig, words }
  if (program === 'host') return { run: host, words }
  if (bind) return { run: styled('bind'), words }
  const style = program.endsWith('small') ? 'busybox-1.28' : program === 'busybox-1.30.1' ? 'busybox-1.30' : 'busybox'
  return { run: styled(style), words: words.slice(1) }
}

/** What chance decides: ids, times, cookies, the serial, the order of shuffled sets. */
const normal = (text: string): string =>
  text
    .replace(/\b1795\d{6}\b/g, 'SERIAL')
    .replace(/\bid: \d+/g, 'id: ID')
    .replace(/COOKIE: [0-9a-f]{16}\b/g, 'COOKIE: COOKIE')
    .replace(/Query time: \d+ msec/g, 'Query time: N msec')
    .replace(/ in \d+ ms\./g, ' in N ms.')
    .replace(/^(Query #)\d( completed in )\d+ms/gm, '$1N$2Nms')
    .replace(/WHEN: .*/g, 'WHEN: THEN')
    .replace(/!!timestamp \S+/g, '!!timestamp THEN')
    .replace(/\b10([.-])244\1[123]\1(30)\b/g, '10$1244$1X$1$2')
    .replace(/\b10\.200\.0\.\d+/g, '10.200.0.X')
    .replace(/10-244-1-5\.(web|np)\./g, '10-244-1-5.X.')

/** The replies that busybox printed, in an order of their own: it prints them as they arrive. */
const blocks = (text: string): string[] => {
  const lines = text.split('\n').slice(0, -1)
  const found: string[] = []
  let block = ''
  for (const line of lines) {
    block += `${line}\n`
    if (line !== '') continue
    found.push(block)
    block = ''
  }
  return [...found, block].sort()
}

const crash = ({ code }: Recorded): boolean => code < 0

test.for([
  { file: 'busybox-nslookup.txt', bind: false },
  { file: 'nslookup-9.18.49.txt', bind: true },
  { file: 'dig-host-9.18.49.txt', bind: true },
])('agrees with every command of $file', async ({ file, bind }) => {
  const transport = await labTransport()
  for (const recorded of readRecordings(file).filter(each => !crash(each))) {
    const { run, words } = programOf(recorded, bind)
    const got = await runTool(run, words, transport)
    const shape = bind ? (text: string) => text : blocks
    const command = [recorded.program, ...recorded.words].join(' ')
    expect.soft({ command, ...got, seconds: Math.floor(got.seconds), stdout: shape(normal(got.stdout)) }).toEqual({
      command,
      code: recorded.code,
      seconds: recorded.seconds,
      stderr: recorded.stderr,
      stdout: shape(normal(recorded.stdout)),
    })
  }
})
