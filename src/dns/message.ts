import type { Later } from '../util/later.ts'

/** The part of the world that gave an answer: the cluster's own zones, the company's network, the Internet. */
export type Tier = 'cluster' | 'internal' | 'external'

export type Rcode =
  | 'NOERROR'
  | 'FORMERR'
  | 'SERVFAIL'
  | 'NXDOMAIN'
  | 'NOTIMP'
  | 'REFUSED'
  | 'NOTAUTH'
  | 'NOTZONE'
  | 'BADVERS'

/** Record types go by their mnemonic (`A`, `SRV`); one without a mnemonic is `TYPE65280` (RFC 3597). */
export interface Question {
  /** Fully qualified, ending in a dot, spelled as the client spelled it. */
  readonly name: string
  readonly type: string
  readonly class: string
}

/** One record, its data in presentation form: `0 100 80 web.default.svc.cluster.local.`. */
export interface ResourceRecord {
  readonly name: string
  readonly type: string
  readonly class: string
  /** Seconds. */
  readonly ttl: number
  readonly data: string
}

export interface Edns {
  readonly version: number
  readonly udpSize: number
  readonly dnssecOk: boolean
  readonly options: readonly { readonly code: number; readonly data: Uint8Array }[]
}

export interface Query {
  readonly id: number
  readonly opcode: string
  readonly question: Question
  readonly flags: { readonly rd: boolean; readonly cd: boolean; readonly ad: boolean }
  readonly edns?: Edns | undefined
  /** The client: its address decides what autopath, acl and log see. */
  readonly source: { readonly address: string; readonly port: number }
  readonly transport: 'udp' | 'tcp'
  /** How many servers and lookups of a server's own it has come through: what goes round in a circle ends. */
  readonly hops?: number | undefined
}

export interface ReplyFlags {
  readonly aa: boolean
  readonly tc: boolean
  readonly rd: boolean
  readonly ra: boolean
  readonly ad: boolean
  readonly cd: boolean
}

export interface Reply {
  readonly rcode: Rcode
  readonly flags: ReplyFlags
  readonly answers: readonly ResourceRecord[]
  readonly authority: readonly ResourceRecord[]
  readonly additional: readonly ResourceRecord[]
  readonly edns?: Edns | undefined
  readonly tier: Tier
  /** Names are compressed on the wire: CoreDNS does so only where the message would not fit otherwise. */
  readonly compressed?: boolean | undefined
  /** What the servers behind this one took, in simulated milliseconds. */
  readonly milliseconds?: number | undefined
}

/**
 * What a client of a name server meets: a reply (and how long it took in simulated milliseconds), silence until the
 * client gives up, or a refusal because nothing listens there.
 */
export type Exchange =
  | { readonly outcome: 'reply'; readonly reply: Reply; readonly milliseconds: number }
  | { readonly outcome: 'timeout' }
  | { readonly outcome: 'refused' }

/** Sends one query to the server at an address and port, as somebody at a certain place in the cluster would. */
export type Transport = (query: Query, server: { readonly address: string; readonly port: number }) => Later<Exchange>
