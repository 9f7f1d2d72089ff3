/** A request to the API server's REST interface; names of headers are in lower case. */
export interface RestRequest {
  readonly method: string
  /** With the query, as in a request line. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Aborted when the client has gone: a stream ends then. */
  readonly signal?: AbortSignal | undefined
}

export interface RestResponse {
  readonly status: number
  /** In their order; several of a name are several lines. */
  readonly headers: readonly (readonly [string, string])[]
  /** A stream is sent as it comes. */
  readonly body: string | Uint8Array | AsyncIterable<string>
}

/** A REST interface as a function: whoever has sockets puts them around it. */
export type RestHandler = (request: RestRequest) => Promise<RestResponse>
