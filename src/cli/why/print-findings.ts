import type { NamedFinding } from '../../tools/why/why.ts'
import { drawFrame, frameWidth } from '../output/frame.ts'
import type { Output } from '../world/world.ts'

/** Prints findings: framed on a terminal, as plain lines elsewhere; one line where there are none. */
export const printFindings = async (name: string, findings: readonly NamedFinding[], out: Output): Promise<void> => {
  if (findings.length === 0) return out.write(`${name}: nothing found\n`)
  out.write(out.isTerminal ? await framed(findings, out) : findings.map(plain).join('\n'))
}

const plain = ({ check, about, cause, evidence, mend }: NamedFinding): string =>
  [
    `${about}: ${cause} (${check})`,
    ...evidence.map(line => `  seen: ${line}`),
    ...mend.map(line => `  mend: ${line}`),
    '',
  ].join('\n')

const framed = async (findings: readonly NamedFinding[], out: Output): Promise<string> => {
  const { Chalk } = await import('chalk')
  const paint = new Chalk({ level: 1 })
  const width = frameWidth(out)
  const parts = await Promise.all(
    findings.map(async ({ check, about, cause, evidence, mend }) => {
      const table = await drawFrame({
        widths: [10, width - 13],
        rows: [
          [paint.bold('about'), `${paint.bold(about)} (${check})`],
          [paint.red('cause'), cause],
          [paint.yellow('seen'), evidence.join('\n')],
        ],
      })
      // Commands stand outside of the frame, so that they can be copied.
      return `${table}${mend.map(line => `${paint.green('mend')}  ${line}\n`).join('')}`
    }),
  )
  return parts.join('\n')
}
