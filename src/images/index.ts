import { echoHostname } from './echo-hostname.ts'
import { httpd } from './httpd.ts'
import type { Image } from './image.ts'
import { kuard } from './kuard.ts'
import { nginx } from './nginx.ts'
import { numbersWeb } from './numbers-web.ts'
import { coredns, kubetm, kubia, mongo, mysql, numbersApi, pause, postgres, redis } from './servers.ts'
import { shells } from './shells.ts'

/** Every image that is known. What is not in it behaves as `unknown.ts` says. */
export const images: readonly Image[] = [
  shells,
  nginx,
  httpd,
  kuard,
  echoHostname,
  numbersApi,
  numbersWeb,
  kubetm,
  kubia,
  coredns,
  pause,
  redis,
  postgres,
  mysql,
  mongo,
]
