import type { Behaviour } from '../api/behaviour.ts'
import type { Container, Node, Pod } from '../api/generated/types.ts'

export type Protocol = 'TCP' | 'UDP' | 'SCTP' | 'ICMP'

/** Who sends: the laptop, a node, or a pod (one of the namespace that was never created, if a name is all there is). */
export interface Sender {
  readonly kind: 'laptop' | 'node' | 'pod'
  /** `laptop`, `node/worker`, `pod/default/web`. */
  readonly name: string
  readonly addresses: readonly string[]
  /** The node whose rules its packets meet first; unset for the laptop. */
  readonly node?: Node | undefined
  readonly pod?: Pod | undefined
}

export interface Target {
  readonly address: string
  /** 0 for ICMP. */
  readonly port: number
  readonly protocol: Protocol
}

/** An endpoint that could get a connection, and why it does not; `passedOver` is unset where it may. */
export interface Candidate {
  readonly address: string
  readonly port: number
  readonly node?: string | undefined
  /** `default/web-1`, where an endpoint refers to a pod. */
  readonly pod?: string | undefined
  readonly passedOver?: string | undefined
}

export type Via = 'clusterIP' | 'externalIP' | 'loadBalancerIP' | 'nodePort'

/** A decision on the way. */
export type Step =
  /** A load balancer or a router in front of the cluster hands the packet to a node. */
  | { readonly step: 'balance'; readonly node: string; readonly to: string; readonly reason: string }
  /** A rule of kube-proxy on this node has matched. */
  | {
      readonly step: 'rule'
      readonly node: string
      readonly via: Via
      /** `10.96.0.10:53/UDP` */
      readonly matched: string
      /** `default/web:http` */
      readonly service: string
    }
  | { readonly step: 'filter'; readonly node: string; readonly verdict: 'REJECT' | 'DROP'; readonly reason: string }
  | {
      readonly step: 'choice'
      readonly policy: 'Cluster' | 'Local'
      readonly candidates: readonly Candidate[]
      readonly chosen: Candidate
      /** Whether session affinity had chosen it before. */
      readonly pinned: boolean
    }
  | { readonly step: 'snat'; readonly from: string; readonly to: string; readonly reason: string }
  | { readonly step: 'hostPort'; readonly node: string; readonly port: number; readonly pod: string }
  | {
      readonly step: 'policy'
      readonly direction: 'egress' | 'ingress'
      readonly pod: string
      readonly allowed: boolean
      /** The policies that select the pod. */
      readonly policies: readonly string[]
    }
  /** It has come to where it was to go. */
  | { readonly step: 'arrival'; readonly at: string; readonly address: string; readonly port: number }

/** What accepts connections that no container of a pod does. */
export type Server = 'kubelet' | 'kube-apiserver' | 'kube-proxy' | 'health-check' | 'laptop' | 'outside' | 'ping'

export type Receiver =
  | { readonly kind: 'pod'; readonly pod: Pod; readonly container?: Container; readonly behaviour?: Behaviour }
  | {
      readonly kind: 'host'
      readonly name: string
      readonly server: Server
      /** The Service whose health a node port tells: `default/web`, and how many of its endpoints are on the node. */
      readonly health?: { readonly service: string; readonly localEndpoints: number } | undefined
    }

export type Outcome =
  | {
      readonly outcome: 'delivered'
      readonly receiver: Receiver
      readonly address: string
      readonly port: number
      /** Whom the receiver takes the sender for. */
      readonly sourceAddress: string
    }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'timeout'; readonly reason: string }
  | { readonly outcome: 'noRoute'; readonly reason: string }

/** What a client is pinned to on a node: where, when it came last (milliseconds). */
export interface Pin {
  readonly key: string
  readonly endpoint: string
  readonly at: number
}

export interface Route {
  readonly steps: readonly Step[]
  readonly outcome: Outcome
  /** What session affinity is to remember of it. */
  readonly pin?: Pin | undefined
}
