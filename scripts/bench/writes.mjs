import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { stateOf } from './clusters.mjs'
import { timed } from './measure.mjs'

/** How many times longer it took to apply a cluster than Node takes to read and print its state as JSON. */
export const applyRow = (home, { milliseconds, peak }) => {
  const text = readFileSync(stateOf(home), 'utf8')
  const bare = timed(() => JSON.stringify(JSON.parse(text)))
  const ratio = milliseconds / bare
  return {
    passed: ratio <= 20,
    text: `kubesim apply (10,000 pods, 1,000 Services): ${ratio.toFixed(1)} times JSON.parse and JSON.stringify of the state, at most 20; memory ${peak} MiB`,
  }
}

/** What one `scale` costs more with 10,000 pods than with 1,000, against what a copy of the state costs more. */
export const scaleRow = (program, { middle, big }) => {
  const growth = scaling(program, big) - scaling(program, middle)
  const bare = copying(big) - copying(middle)
  return {
    passed: growth <= 4 * bare,
    text: `kubesim scale --replicas, from 1,000 to 10,000 pods: grows by ${(growth / bare).toFixed(1)} times what reading, writing and fsync of the state do, at most 4`,
  }
}

const scaling = (program, home) =>
  timed(round => {
    const words = ['scale', 'deployment', 'app-7', `--replicas=${21 + round}`]
    const { status, stderr } = spawnSync(process.execPath, [program, ...words], {
      env: { ...process.env, KUBESIM_HOME: home },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`scale failed: ${stderr}`)
  })

const copying = home =>
  timed(() => {
    const bytes = readFileSync(stateOf(home))
    const file = openSync(join(home, 'copy'), 'w')
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
    closeSync(file)
  })
