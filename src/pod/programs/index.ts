import { agnhost } from './agnhost.ts'
import { busybox, more, tar, vi } from './busybox.ts'
import { date } from './date.ts'
import { env } from './env.ts'
import { getent } from './getent.ts'
import { hostname, uname } from './hostname.ts'
import { id, whoami } from './identity.ts'
import { ifconfig, ip, route } from './ip.ts'
import { kill } from './kill.ts'
import { ls } from './ls.ts'
import { df, free, mount, nproc } from './machine-facts.ts'
import { apk, aptGet } from './packages.ts'
import type { Program } from './program.ts'
import { ps } from './ps.ts'
import { sleep } from './sleep.ts'
import { arp, chown, mktemp, pidof, realpath } from './small-facts.ts'
import { netstat, ss } from './sockets.ts'
import { tail } from './tail.ts'
import { telnet } from './telnet.ts'
import { top } from './top.ts'
import { tr } from './tr.ts'
import { watch } from './watch.ts'
import { xargs } from './xargs.ts'

/** The programs that the interpreter has not, or has otherwise, but for those of the network. Which of them a container has, its system says. */
export const programs: readonly Program[] = [
  agnhost,
  apk,
  aptGet,
  arp,
  busybox,
  chown,
  date,
  df,
  env,
  free,
  getent,
  hostname,
  id,
  ifconfig,
  ip,
  kill,
  ls,
  mktemp,
  more,
  mount,
  netstat,
  nproc,
  pidof,
  ps,
  realpath,
  route,
  sleep,
  ss,
  tail,
  tar,
  telnet,
  top,
  tr,
  uname,
  vi,
  watch,
  whoami,
  xargs,
]
