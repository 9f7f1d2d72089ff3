import { hostnameOf } from './hostname.ts'
import { defineImage, type Image } from './image.ts'
import { json, text } from './reply.ts'

/** Programs that accept connections and speak their own protocol. */
const silent = (listens: readonly number[], ...names: readonly string[]): Image =>
  defineImage({ names, behaviour: () => ({ listens }) })

export const redis = silent([6379], 'redis', 'valkey/valkey')
export const postgres = silent([5432], 'postgres', 'bitnami/postgresql')
export const mysql = silent([3306], 'mysql', 'mariadb')
export const mongo = silent([27017], 'mongo')
export const coredns = defineImage({
  names: ['coredns/coredns', 'registry.k8s.io/coredns/coredns'],
  behaviour: () => ({ listens: [53, 8080, 8181, 9153], respond: () => text('OK') }),
})
export const pause = silent([], 'registry.k8s.io/pause', 'k8s.gcr.io/pause', 'pause', 'kiamol/ch03-sleep')

/** A book's application: it says who and which version it is. */
export const kubia = defineImage({
  names: ['luksa/kubia'],
  behaviour: ({ pod }) => ({ listens: [8080], respond: () => text(`You've hit ${hostnameOf(pod)}\n`) }),
})

/** A lecture's application. */
export const kubetm = defineImage({
  names: ['kubetm/app', 'kubetm/init', '1pro/app'],
  behaviour: ({ pod, container }) => ({
    listens: [8080],
    respond: ({ path }) => {
      if (path === '/hostname') return text(`Hostname : ${hostnameOf(pod)}`)
      if (path === '/version') return text(`[App Version] : ${container.image?.split(':')[1] ?? 'latest'}`)
      return path === '/health' ? text(`${hostnameOf(pod)} is Running`) : text('Welcome to KubeTM\n')
    },
  }),
})

/** The API of the numbers application: a number by the path. It is always the same, as a lab wants it. */
export const numbersApi = defineImage({
  names: ['kiamol/ch03-numbers-api'],
  behaviour: () => ({
    listens: [80],
    respond: ({ path }) => (/^\/sixeyed|^\/rng/i.test(path) ? json(42) : text('', 404)),
  }),
})
