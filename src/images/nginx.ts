import { combinedLine, goTime } from './access-log.ts'
import { defineImage } from './image.ts'
import { mountsWithin } from './mounted-texts.ts'
import { answer } from './nginx/answer.ts'
import { defaultText, httpPart, mainText } from './nginx/configuration.ts'
import { welcome } from './nginx/pages.ts'
import { named, portsOf } from './nginx/servers.ts'
import { unknownHost } from './nginx/upstreams.ts'
import type { Process } from './running.ts'

const folder = '/etc/nginx'

/** The web server, as its configuration has it: with its welcome page, what is put into its folder, or as a proxy. */
export const nginx = defineImage({
  names: ['nginx', 'nginxinc/nginx-unprivileged'],
  files: {
    '/usr/share/nginx/html/index.html': welcome,
    '/etc/nginx/nginx.conf': mainText,
    '/etc/nginx/conf.d/default.conf': defaultText(80),
  },
  programs: ['nginx'],
  configuredIn: folder,
  failsToStart(running) {
    const { directives, problem } = httpPart(running, usualPort(running))
    const why = problem ?? unknownHost(directives, running)
    if (why === undefined) return undefined
    return { exitCode: 1, lines: [`${goTime(running.startedAt)} [emerg] 1#1: ${why}`, `nginx: [emerg] ${why}`] }
  },
  behaviour(running) {
    const http = once(() => httpPart(running, usualPort(running)).directives)
    return {
      stopCode: 0,
      // Most have the configuration of the image, and it need not be read to know where they listen.
      listens: mountsWithin(running.container, folder)
        ? [...new Set(named(http(), 'server').flatMap(portsOf))]
        : [usualPort(running)],
      log: started => starting.map(text => ({ time: started, text: `${goTime(started)} [notice] 1#1: ${text}` })),
      accessLine: combinedLine,
      respond: request => answer(http(), running, request),
      exec: words => control(words, running),
    }
  },
})

const starting = ['using the "epoll" event method', 'start worker processes']

const usualPort = ({ container }: Process): number => (container.image?.includes('unprivileged') ? 8080 : 80)

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** `nginx -t` looks whether the configuration is right, `nginx -s reload` has it read again. */
const control = ([program = '', ...words]: readonly string[], running: Process) => {
  if (program !== 'nginx') return undefined
  const { directives, problem } = httpPart(running, usualPort(running))
  const why = problem ?? unknownHost(directives, running)
  const isTest = words.includes('-t')
  const file = '/etc/nginx/nginx.conf'
  if (why !== undefined) {
    const end = isTest ? `nginx: configuration file ${file} test failed\n` : ''
    return { exitCode: 1, output: `nginx: [emerg] ${why}\n${end}` }
  }
  const right = `nginx: the configuration file ${file} syntax is ok\nnginx: configuration file ${file} test is successful\n`
  if (words.includes('-s')) return { exitCode: 0, output: '' }
  return isTest ? { exitCode: 0, output: right } : undefined
}
