import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const reporter = fileURLToPath(new URL('./report-memory.cjs', import.meta.url))

const rounds = 15

const run = ({ args, env }) => {
  // On Node 20 this variable alone costs more than all that is measured here.
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env
  const began = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const milliseconds = Number(process.hrtime.bigint() - began) / 1e6
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return milliseconds
}

const sorted = numbers => numbers.toSorted((left, right) => left - right)
const at = (numbers, share) => sorted(numbers)[Math.floor((numbers.length - 1) * share)]

/** Runs two commands in turn and gives the ratios of neighbours: what slows the machine down slows both. */
export const alternate = (subject, reference) => {
  for (const warmUp of [subject, reference, subject]) run(warmUp)
  const ratios = Array.from({ length: rounds }, () => run(subject) / run(reference))
  return { median: at(ratios, 0.5), low: at(ratios, 0.1), high: at(ratios, 0.9) }
}

/** Peak memory of one run, in MiB. */
export const memoryOf = ({ args, env }) => {
  const { stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env, NODE_OPTIONS: `--require=${reporter}` },
    encoding: 'utf8',
  })
  return Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024)
}

/** The median of some timings of a piece of work, in milliseconds. */
export const timed = (work, times = 5) => {
  const results = Array.from({ length: times }, (_, round) => {
    const began = process.hrtime.bigint()
    work(round)
    return Number(process.hrtime.bigint() - began) / 1e6
  })
  return at(results, 0.5)
}
