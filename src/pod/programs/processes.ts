import { repositoryOf } from '../../images/image.ts'
import type { Call } from './program.ts'

export interface Process {
  readonly pid: number
  readonly command: string
}

/** What runs in a container: what it is told to, else its image's own program, and the program that asks. */
export const processesOf = ({ name, words, machine }: Call): readonly Process[] => {
  const { command = [], args = [], image = '' } = machine.container
  const own = [...command, ...args].join(' ')
  const repository = repositoryOf(image)
  const [first, ...children] = own ? [own] : (ownPrograms[repository] ?? [`/${repository.split('/').at(-1)}`])
  const all = [first ?? '', ...children, [name, ...words].join(' ')]
  return all.map((text, index) => ({ pid: index === 0 ? 1 : 6 + index * 7, command: text }))
}

const ownPrograms: Readonly<Record<string, readonly string[]>> = {
  nginx: ['nginx: master process nginx -g daemon off;', 'nginx: worker process', 'nginx: worker process'],
  httpd: ['httpd -DFOREGROUND', 'httpd -DFOREGROUND', 'httpd -DFOREGROUND'],
  redis: ['redis-server *:6379'],
  postgres: ['postgres'],
  mysql: ['mysqld'],
  busybox: ['sh'],
  alpine: ['/bin/sh'],
  debian: ['bash'],
  ubuntu: ['/bin/bash'],
  'gcr.io/kuar-demo/kuard-amd64': ['/kuard'],
}
