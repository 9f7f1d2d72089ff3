import type { NamedFinding } from '../../tools/why/check.ts'
import { drawFrame, frameWidth } from '../output/frame.ts'
import type { Output } from '../world/world.ts'

/** Prints findings: framed on a terminal, as plain lines elsewhere; one line where there are none. */
export const printFindings = async (name: string, findings: readonly NamedFinding[], out: Output): Promise<void> => {
  if (findings.length === 0) return out.write(`${name}: nothing found\n`)
  const texts = out.isTerminal ? await framed(findings, out) : findings.map(plain)
  out.write(texts.join('\n'), 'findings')
}

const plain = ({ check, about, cause, evidence, mend }: NamedFinding): string =>
  [
    `${about}: ${cause} [${check}]`,
    ...evidence.map(line => `  seen: ${line}`),
    ...mend.map(line => `  mend: ${line}`),
    '',
  ].join('\n')

const framed = (findings: readonly NamedFinding[], out: Output): Promise<readonly string[]> =>
  Promise.all(
    findings.map(async ({ check, about, cause, evidence, mend }) => {
      const rows = [
        ['about', `${about} [${check}]`],
        ['cause', cause],
        ...(evidence.length > 0 ? [['seen', evidence.join('\n')]] : []),
      ]
      const frame = await drawFrame({ widths: [titleWidth, frameWidth(out) - titleWidth - borders], rows })
      // Commands stand outside of the frame, so that they can be copied.
      return `${frame}${mend.map(line => `mend  ${line}\n`).join('')}`
    }),
  )

const titleWidth = 9
const borders = 3
