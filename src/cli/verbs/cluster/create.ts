import { Failure } from '../../errors.ts'
import { duration, integer } from '../../flags.ts'
import { defineVerb, UsageError } from '../../verb.ts'
import type { ClusterChoices } from '../../world/world.ts'
import { parseNodes, parsePorts } from './choices.ts'
import { optionalName } from './names.ts'

interface CreateFlags {
  readonly profile: string
  readonly seed?: number
  readonly podCidr: string
  readonly serviceCidr: string
  readonly nodePorts: string
  readonly domain: string
  readonly nodes: string
  readonly workers?: number
  readonly startDelay: number
  readonly dualStack: boolean
  readonly ingress: boolean | string
}

export const create = defineVerb({
  usage: '[NAME]',
  description: 'Create a cluster, add a context for it, and make that the current one.',
  examples:
    '# As kind would make it: no addresses for LoadBalancers\nkubesim cluster create --profile=kind\n\n' +
    '# Nodes of your own, and pods that take two seconds to start\n' +
    'kubesim cluster create lab --nodes=boss=192.168.1.10,w1=192.168.1.11 --start-delay=2s',

  declare(command) {
    command.option('--profile <name>', 'Nodes, and where EXTERNAL-IP comes from.', 'default')
    command.option('--seed <number>', 'Names, addresses and balancing follow from it.', integer)
    command.option('--pod-cidr <range>', 'The range of pod addresses; each node gets a /24 of it.', '')
    command.option('--service-cidr <range>', 'The range of Service addresses.', '')
    command.option('--node-ports <range>', 'The range of node ports, as 30000-32767.', '')
    command.option('--domain <name>', 'The DNS domain.', '')
    command.option('--nodes <list>', 'The nodes as NAME=ADDRESS, by commas; the first is the control plane.', '')
    command.option('--workers <count>', 'How many worker nodes.', integer)
    command.option('--start-delay <time>', 'How long a container takes to start.', duration, 0)
    command.option('--ingress [name]', 'Install an ingress controller: nginx.', false)
    command.option('--dual-stack', 'Give Services a range of IPv6 addresses too.', false)
  },

  complete(args, flags: CreateFlags) {
    return { choices: choicesOf(optionalName(args).name, flags) }
  },

  async run({ choices }, { world, io }) {
    const context = await world.clusters.create(choices).catch(refuse)
    io.out.write(`cluster "${choices.name ?? 'my-cluster'}" created\nSwitched to context "${context}".\n`)
  },
})

// Without a name it is the one that there is.
const ingressOf = (given: string | boolean): ClusterChoices => {
  if (given === false) return {}
  if (['nginx', 'true'].includes(String(given))) return { ingress: 'nginx' }
  throw new UsageError(`--ingress knows nginx, not "${given}"`)
}

const choicesOf = (name: string | undefined, flags: CreateFlags): ClusterChoices => {
  if (name !== undefined && !/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    throw new UsageError(`a cluster's name has lower case letters, digits and hyphens, not "${name}"`)
  }
  return {
    ...(name === undefined ? {} : { name }),
    profile: flags.profile,
    startDelay: flags.startDelay,
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.podCidr ? { podRange: flags.podCidr } : {}),
    ...(flags.serviceCidr ? { serviceRange: flags.serviceCidr } : {}),
    ...(flags.dualStack ? { secondaryServiceRange: 'fd00:10:96::/112' } : {}),
    ...(flags.nodePorts ? { nodePorts: parsePorts(flags.nodePorts) } : {}),
    ...(flags.domain ? { clusterDomain: flags.domain } : {}),
    ...ingressOf(flags.ingress),
    ...(flags.workers === undefined ? {} : { workers: flags.workers }),
    ...(flags.nodes ? { nodes: parseNodes(flags.nodes) } : {}),
  }
}

const refuse = (error: unknown): never => {
  throw error instanceof RangeError ? new Failure(error.message) : error
}
