export interface Refused {
  readonly local: number
  readonly remote: number
  /** The uid of the pod. */
  readonly uid: string
}

/**
 * What kubectl logs when nobody listens at the port of the pod, in the form of its logger: its own words around those
 * of the node's container runtime. `now` is in milliseconds.
 */
export const connectionRefused = ({ local, remote, uid }: Refused, now: number): string => {
  const [date = '', time = ''] = new Date(now).toISOString().split('T')
  const head = `E${date.slice(5).replace('-', '')} ${time.replace('Z', '')}000       1 portforward.go:424]`
  const sandbox = uid.replaceAll('-', '').repeat(2)
  const refused = [
    `IPv4: dial tcp4 127.0.0.1:${remote}: connect: connection refused`,
    `IPv6 dial tcp6 [::1]:${remote}: connect: connection refused `,
  ].join(' ')
  const within = `failed to connect to localhost:${remote} inside namespace \\"${sandbox}\\", ${refused}`
  const runtime = `failed to execute portforward in network namespace \\"/var/run/netns/cni-${uid}\\": ${within}`
  const text = `error forwarding port ${remote} to pod ${sandbox}, uid : ${runtime}`
  return `${head} "Unhandled Error" err="an error occurred forwarding ${local} -> ${remote}: ${text}"\n`
}
