import type { Run } from '../tool.ts'
import { bindNslookup } from './bind.ts'
import { busyboxBig } from './busybox-big.ts'
import { busyboxSmall } from './busybox-small.ts'

/**
 * nslookup in one of its styles, chosen by `--style`: as busybox printed until 1.28 (the books' image, the default), as
 * busybox has since (`busybox`), or as BIND's does (`bind`).
 */
export const nslookup: Run = async (argv, world) => {
  const { style, words } = takeStyle(argv)
  const run = styles[style]
  if (run) return run(words, world)
  world.err.write(`nslookup: unknown style '${style}', expected one of ${Object.keys(styles).join(', ')}\n`)
  return 1
}

const styles: Readonly<Record<string, Run>> = {
  'busybox-1.28': busyboxSmall,
  busybox: busyboxBig({ srv: true, failureCounts: true }),
  // 1.30 knew no SRV records and never failed once a server had replied.
  'busybox-1.30': busyboxBig({ srv: false, failureCounts: false }),
  bind: bindNslookup,
}

const takeStyle = (argv: readonly string[]): { style: string; words: readonly string[] } => {
  const at = argv.findIndex(word => word === '--style' || word.startsWith('--style='))
  if (at < 0) return { style: 'busybox-1.28', words: argv }
  const [, inline] = (argv[at] ?? '').split('=')
  return {
    style: inline ?? argv[at + 1] ?? '',
    words: [...argv.slice(0, at), ...argv.slice(at + (inline === undefined ? 2 : 1))],
  }
}
