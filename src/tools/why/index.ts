import type { Check } from './check.ts'
import { affinity } from './checks/affinity.ts'
import { calls } from './checks/calls.ts'
import { claim } from './checks/claim.ts'
import { dns } from './checks/dns.ts'
import { endpointAddress } from './checks/endpoint-address.ts'
import { externalName } from './checks/external-name.ts'
import { headless } from './checks/headless.ts'
import { hostNetwork } from './checks/host-network.ts'
import { ingress } from './checks/ingress.ts'
import { job } from './checks/job.ts'
import { loadBalancer } from './checks/load-balancer.ts'
import { lossyPath } from './checks/lossy-path.ts'
import { manualEndpoints } from './checks/manual-endpoints.ts'
import { names } from './checks/names.ts'
import { namespace } from './checks/namespace.ts'
import { networkPolicy } from './checks/network-policy.ts'
import { node } from './checks/node.ts'
import { pods } from './checks/pods.ts'
import { policy } from './checks/policy.ts'
import { portName } from './checks/port-name.ts'
import { protocol } from './checks/protocol.ts'
import { request } from './checks/request.ts'
import { selector } from './checks/selector.ts'
import { shadowed } from './checks/shadowed.ts'
import { targetPort } from './checks/target-port.ts'
import { trafficPolicy } from './checks/traffic-policy.ts'
import { workload } from './checks/workload.ts'

/** Every check, in the order in which findings are told: what lies deepest comes first. */
export const checks: readonly Check[] = [
  namespace,
  node,
  claim,
  policy,
  dns,
  hostNetwork,
  names,
  shadowed,
  externalName,
  ingress,
  workload,
  job,
  selector,
  manualEndpoints,
  portName,
  endpointAddress,
  pods,
  targetPort,
  protocol,
  headless,
  networkPolicy,
  trafficPolicy,
  loadBalancer,
  affinity,
  lossyPath,
  calls,
  request,
]
