// Feeds mutated packets and Corefiles to the DNS code: node scripts/fuzz-dns.mjs [COUNT] [SEED] [SECONDS]
import { withBundle } from './bundle.mjs'

const [count = 1_000_000, seed = 1, seconds = 600] = process.argv.slice(2).map(Number)
const now = () => performance.now()

await withBundle('test/support/dns/fuzz.ts', async ({ fuzzPackets, fuzzCorefiles }) => {
  for (const [name, fuzz, share] of [
    ['packets', fuzzPackets, 0.9],
    ['Corefiles', fuzzCorefiles, 0.1],
  ]) {
    const start = now()
    const options = { seed, count: Math.round(count * share), now, until: start + seconds * 1000 * share }
    const { done, slow } = await fuzz(options)
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
    console.log(`${name}: ${done} done in ${((now() - start) / 1000).toFixed(1)} s, ${slow.length} slow, ${memory} MiB`)
    for (const input of slow.slice(0, 5)) console.log(`  ${JSON.stringify(input)}`)
    if (slow.length > 0) process.exitCode = 1
  }
})
