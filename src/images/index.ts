import { agnhost } from './agnhost.ts'
import { coredns } from './coredns.ts'
import { curl } from './curl.ts'
import { echoHostname } from './echo-hostname.ts'
import { echoserver } from './echoserver.ts'
import { helloApp } from './hello-app.ts'
import { httpEcho } from './http-echo.ts'
import { httpd } from './httpd.ts'
import type { Image } from './image.ts'
import { kuard } from './kuard.ts'
import { kubetm } from './kubetm.ts'
import { kubia } from './kubia.ts'
import { memcached } from './memcached.ts'
import { mongo } from './mongo.ts'
import { mysql } from './mysql.ts'
import { nginx } from './nginx.ts'
import { numbersApi } from './numbers-api.ts'
import { numbersWeb } from './numbers-web.ts'
import { pause } from './pause.ts'
import { postgres } from './postgres.ts'
import { redis } from './redis.ts'
import { shells } from './shells.ts'
import { whoami } from './whoami.ts'

/** Every image that is known. What is not in it behaves as `unknown.ts` says. */
export const images: readonly Image[] = [
  shells,
  curl,
  nginx,
  httpd,
  kuard,
  echoHostname,
  numbersApi,
  numbersWeb,
  kubetm,
  kubia,
  agnhost,
  httpEcho,
  echoserver,
  whoami,
  helloApp,
  coredns,
  pause,
  redis,
  memcached,
  postgres,
  mysql,
  mongo,
]
