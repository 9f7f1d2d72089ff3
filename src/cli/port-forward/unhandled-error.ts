/**
 * What kubectl logs when nobody listens at the port of the pod, in the form of its logger. `now` is in milliseconds.
 */
export const connectionRefused = ({ local, remote }: { local: number; remote: number }, now: number): string => {
  const [date = '', time = ''] = new Date(now).toISOString().split('T')
  const head = `E${date.slice(5).replace('-', '')} ${time.replace('Z', '')}000       1 portforward.go:424]`
  const why = `dial tcp4 127.0.0.1:${remote}: connect: connection refused`
  const text = `an error occurred forwarding ${local} -> ${remote}: error forwarding port ${remote} to pod: ${why}`
  return `${head} "Unhandled Error" err="${text}"\n`
}
