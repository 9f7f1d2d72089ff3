import type { Plugin } from '../plugin.ts'
import { cache } from './cache.ts'
import { errors } from './errors.ts'
import { forward } from './forward.ts'
import { health } from './health.ts'
import { kubernetes } from './kubernetes.ts'
import { loadbalance } from './loadbalance.ts'
import { log } from './log.ts'
import { loop } from './loop.ts'
import { prometheus } from './prometheus.ts'
import { ready } from './ready.ts'
import { reload } from './reload.ts'

/** The directives a Corefile may have. Their order is that of the chain: the order of lines in a Corefile means nothing. */
export const plugins: readonly Plugin[] = [
  reload,
  ready,
  health,
  prometheus,
  errors,
  log,
  loadbalance,
  cache,
  kubernetes,
  loop,
  forward,
]
