// Measures kubesim against bare Node in one run and prints ratios: never bare times, which say more of the machine.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bigCluster, middleCluster, smallCluster } from './clusters.mjs'
import { alternate, memoryOf } from './measure.mjs'
import { applyRow, scaleRow } from './writes.mjs'

const program = fileURLToPath(new URL('../../bin/kubesim.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'kubesim-bench-'))

const bare = { name: 'node -e 0', args: ['-e', '0'] }
const command = (home, ...words) => ({
  name: `kubesim ${words.join(' ')}`,
  args: [program, ...words],
  env: { KUBESIM_HOME: home },
})

const rows = [
  { title: '60 objects', make: smallCluster, words: ['get', 'svc'], limit: 1.5 },
  { title: '10,000 pods, 1,000 Services', make: bigCluster, words: ['get', 'svc'], limit: 3 },
  { title: '10,000 pods, 1,000 Services', make: bigCluster, words: ['nslookup', 'svc-500'], limit: 3 },
]

const homes = new Map()
const costs = new Map()

/** The home folder of a cluster, which is made with its first use. */
const homeOf = make => {
  const home = homes.get(make) ?? join(root, String(homes.size))
  if (!homes.has(make)) {
    mkdirSync(home, { recursive: true })
    homes.set(make, home)
    costs.set(make, make(home, program))
  }
  return home
}

const readRow = ({ title, make, words, limit }) => {
  const subject = command(homeOf(make), ...words)
  const ratio = alternate(subject, bare)
  return {
    passed: ratio.median <= limit,
    text:
      `${subject.name} (${title}): ${ratio.median.toFixed(2)} times ${bare.name}` +
      ` (${ratio.low.toFixed(2)}-${ratio.high.toFixed(2)}), at most ${limit}; memory ${memoryOf(subject)} MiB, bare ${memoryOf(bare)} MiB`,
  }
}

const peakRow = () => {
  const subject = command(homeOf(bigCluster), 'scale', 'deployment', 'app-9', '--replicas=21')
  return { passed: true, text: `${subject.name} (10,000 pods): memory ${memoryOf(subject)} MiB` }
}

const tests = [
  ...rows.map(row => () => readRow(row)),
  () => applyRow(homeOf(bigCluster), costs.get(bigCluster)),
  () => scaleRow(program, { middle: homeOf(middleCluster), big: homeOf(bigCluster) }),
  peakRow,
]

try {
  for (const test of tests) {
    const { passed, text } = test()
    if (!passed) process.exitCode = 1
    console.log(`${passed ? 'ok  ' : 'OVER'} ${text}`)
  }
} finally {
  rmSync(root, { recursive: true, force: true })
}
