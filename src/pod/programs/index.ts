import { busybox, more, tar, vi } from './busybox.ts'
import { date } from './date.ts'
import { env } from './env.ts'
import { hostname, uname } from './hostname.ts'
import { id, whoami } from './identity.ts'
import { ifconfig, ip, route } from './ip.ts'
import { ls } from './ls.ts'
import { apk, aptGet } from './packages.ts'
import type { Program } from './program.ts'
import { ps } from './ps.ts'
import { sleep } from './sleep.ts'
import { netstat, ss } from './sockets.ts'
import { tail } from './tail.ts'
import { watch } from './watch.ts'
import { xargs } from './xargs.ts'

/** The programs that the interpreter has not, or has otherwise, but for those of the network. Which of them a container has, its system says. */
export const programs: readonly Program[] = [
  apk,
  aptGet,
  busybox,
  date,
  env,
  hostname,
  id,
  ifconfig,
  ip,
  ls,
  more,
  netstat,
  ps,
  route,
  sleep,
  ss,
  tail,
  tar,
  uname,
  vi,
  watch,
  whoami,
  xargs,
]
