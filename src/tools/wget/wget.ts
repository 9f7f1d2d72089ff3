import type { Run } from '../tool.ts'
import { busyboxWget } from './busybox.ts'
import { gnuWget } from './gnu.ts'

/** wget in one of its dialects, chosen by `--style`: busybox's (the default, as most pods have it) or GNU's (`gnu`). */
export const wget: Run = (argv, world) => {
  const style = argv.find(word => word.startsWith('--style='))?.slice('--style='.length)
  const words = argv.filter(word => !word.startsWith('--style='))
  if (style === undefined || style === 'busybox') return busyboxWget(words, world)
  if (style === 'gnu') return gnuWget(words, world)
  world.err.write(`wget: unknown style '${style}', expected one of busybox, gnu\n`)
  return Promise.resolve(1)
}
