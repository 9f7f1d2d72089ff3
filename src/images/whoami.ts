import { hostnameOf } from './hostname.ts'
import { defineImage } from './image.ts'
import { text } from './reply.ts'

/** Traefik's little server: who answers, who asked, and the request as it came. */
export const whoami = defineImage({
  names: ['traefik/whoami', 'containous/whoami'],
  behaviour: ({ pod, environment }) => ({
    stopCode: 2,
    listens: [Number(environment.WHOAMI_PORT_NUMBER || 80)],
    respond({ method, path, headers, client = '' }) {
      const addresses = ['127.0.0.1', ...(pod.status?.podIPs ?? []).map(({ ip }) => ip)]
      const lines = [
        `Hostname: ${hostnameOf(pod)}`,
        ...addresses.map(address => `IP: ${address}`),
        `RemoteAddr: ${client}`,
        `${method} ${path} HTTP/1.1`,
        ...Object.entries(headers).map(([name, value]) => `${capitals(name)}: ${value}`),
      ]
      return text(`${lines.join('\n')}\n\n`)
    },
  }),
})

const capitals = (name: string): string => name.replace(/(^|-)[a-z]/g, letters => letters.toUpperCase())
