import { list } from '../flags.ts'
import { attachablePod, parsePodTarget } from '../pods/attachable-pod.ts'
import { declarePodTimeout, type PodTimeoutFlags, podTimeoutOf } from '../pods/flags.ts'
import { listenAddresses } from '../port-forward/addresses.ts'
import { forward } from '../port-forward/forward.ts'
import { portPairs } from '../port-forward/ports.ts'
import { defineVerb, Failure, UsageError } from '../verb.ts'

interface PortForwardFlags extends PodTimeoutFlags {
  readonly address: readonly string[]
}

export const portForward = defineVerb({
  usage: 'TYPE/NAME [options] [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]',
  description: `Listens on ports of this machine for real, and lets a pod answer: the one that is named, or one of those that belong to what is named. It ends on Ctrl-C, and when the pod goes away.

What a simulated container is known for is HTTP: only that gets through.`,
  examples: `# Two ports of a pod, each the same here and there
kubectl port-forward pod/web 8080 8443

# Port 8888 of this machine leads to the port of a Service's pod
kubectl port-forward service/web 8888:80

# Any free port, on all addresses of this machine
kubectl port-forward --address 0.0.0.0 deployment/web :80`,

  declare(command) {
    declarePodTimeout(command, 60_000)
    command.option('--address <addresses>', 'Where to listen: IP addresses, or localhost.', list, ['localhost'])
  },

  complete(args, flags: PortForwardFlags) {
    const [word = '', ...ports] = args
    if (ports.length === 0) {
      throw new UsageError('TYPE/NAME and list of ports are required for port-forward', { hint: true })
    }
    return { target: parsePodTarget(word), ports, timeout: podTimeoutOf(flags), addresses: flags.address }
  },

  async run({ target, ports, timeout, addresses }, context) {
    const found = await attachablePod({ target, timeout }, context)
    const { pod } = found
    const pairs = portPairs(ports, found)
    if (pod.status?.phase !== 'Running') {
      throw new Failure(
        `unable to forward port because pod is not running. Current status=${pod.status?.phase ?? 'Pending'}`,
      )
    }
    await forward({ pod, pairs, addresses: listenAddresses(addresses) }, context)
  },
})
