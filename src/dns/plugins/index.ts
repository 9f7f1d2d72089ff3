import type { Plugin } from '../plugin.ts'
import { acl } from './acl.ts'
import { any } from './any.ts'
import { autopath } from './autopath.ts'
import { bind } from './bind.ts'
import { cache } from './cache.ts'
import { errors } from './errors.ts'
import { file } from './file.ts'
import { forward } from './forward.ts'
import { header } from './header.ts'
import { health } from './health.ts'
import { hosts } from './hosts.ts'
import { k8sExternal } from './k8s-external.ts'
import { kubernetes } from './kubernetes.ts'
import { loadbalance } from './loadbalance.ts'
import { local } from './local.ts'
import { log } from './log.ts'
import { loop } from './loop.ts'
import { minimal } from './minimal.ts'
import { others } from './others.ts'
import { prometheus } from './prometheus.ts'
import { ready } from './ready.ts'
import { reload } from './reload.ts'
import { rewrite } from './rewrite.ts'
import { template } from './template.ts'
import { transfer } from './transfer.ts'
import { whoami } from './whoami.ts'

/** The directives a Corefile may have, in the order of the chain: the order of lines in a Corefile means nothing. */
export const plugins: readonly Plugin[] = [
  reload,
  bind,
  ready,
  health,
  prometheus,
  errors,
  log,
  local,
  any,
  loadbalance,
  rewrite,
  autopath,
  acl,
  cache,
  header,
  minimal,
  template,
  transfer,
  hosts,
  k8sExternal,
  kubernetes,
  file,
  loop,
  forward,
  whoami,
  ...others,
]
