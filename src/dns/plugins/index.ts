import type { Plugin } from '../plugin.ts'
import { acl } from './acl.ts'
import { any } from './any.ts'
import { autopath } from './autopath.ts'
import { bind } from './bind.ts'
import { bufsize } from './bufsize.ts'
import { cache } from './cache.ts'
import { chaos } from './chaos.ts'
import { dns64 } from './dns64.ts'
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
import { nsid } from './nsid.ts'
import { others } from './others.ts'
import { prometheus } from './prometheus.ts'
import { ready } from './ready.ts'
import { reload } from './reload.ts'
import { rewrite } from './rewrite.ts'
import { root } from './root.ts'
import { template } from './template.ts'
import { transfer } from './transfer.ts'
import { whoami } from './whoami.ts'

/** The directives a Corefile may have, in the order of the chain: the order of lines in a Corefile means nothing. */
export const plugins: readonly Plugin[] = [
  root,
  reload,
  nsid,
  bufsize,
  bind,
  ready,
  health,
  prometheus,
  errors,
  log,
  local,
  dns64,
  any,
  chaos,
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
