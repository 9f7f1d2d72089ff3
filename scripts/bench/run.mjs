// Measures kubesim against bare Node in one run and prints ratios: never bare times, which say more of the machine.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bigCluster, smallCluster } from './clusters.mjs'
import { alternate, memoryOf } from './measure.mjs'

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

try {
  const homes = new Map()
  let failed = false
  for (const { title, make, words, limit } of rows) {
    const home = homes.get(make) ?? join(root, make.name)
    if (!homes.has(make)) {
      mkdirSync(home, { recursive: true })
      await make(home, program)
      homes.set(make, home)
    }
    const subject = command(home, ...words)
    const ratio = alternate(subject, bare)
    const passed = ratio.median <= limit
    failed ||= !passed
    console.log(
      `${passed ? 'ok  ' : 'OVER'} ${subject.name} (${title}): ${ratio.median.toFixed(2)} times ${bare.name}` +
        ` (${ratio.low.toFixed(2)}-${ratio.high.toFixed(2)}), at most ${limit}; memory ${memoryOf(subject)} MiB, bare ${memoryOf(bare)} MiB`,
    )
  }
  process.exitCode = failed ? 1 : 0
} finally {
  rmSync(root, { recursive: true, force: true })
}
