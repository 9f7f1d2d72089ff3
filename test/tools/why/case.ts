/** A case that is broken in one way: what is created, what is asked about, which check is to name it. */
export interface Broken {
  readonly name: string
  readonly check: string
  /** What of the cause has to be told. */
  readonly cause: RegExp
  /** What of the evidence has to be told. */
  readonly evidence?: RegExp
  /** What is asked: the words after `why`; <ns> is the case's namespace, <pod> the first of its pods that are web. */
  readonly ask: string
  readonly manifest?: string
  /** Commands before the manifest; <ns> is the case's namespace. */
  readonly before?: readonly string[]
  /** Commands after the manifest; <ns> is the case's namespace. */
  readonly commands?: readonly string[]
  /** All checks that find something, where it takes the commands of all to mend it. */
  readonly all?: readonly string[]
  /** Checks that rightly have something to say of the same, and need no mending of their own. */
  readonly also?: readonly string[]
  /** Another one's case: the whole cluster is broken, so nothing else may run beside it. */
  readonly profile?: string
}
