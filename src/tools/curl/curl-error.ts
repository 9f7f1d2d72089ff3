/** A transfer that failed: curl's exit code, and what it says of it. */
export class CurlError extends Error {
  override readonly name = 'CurlError'
  readonly code: number
  /** Whether curl tries again with --retry: timeouts do, a refusal only if it is told so. */
  readonly kind: 'lasting' | 'passing' | 'refused'

  constructor(code: number, message: string, kind: CurlError['kind'] = 'lasting') {
    super(message)
    this.code = code
    this.kind = kind
  }
}
