import { StatusError } from '../../api/status-error.ts'
import { type MediaRange, parseAccept } from './accept.ts'

export type Format = 'json' | 'yaml'

/** As what the objects of an answer shall be shown. */
export type Shape = 'Table' | 'PartialObjectMetadata' | 'PartialObjectMetadataList' | undefined

export interface Negotiated {
  readonly format: Format
  readonly as: Shape
  /** The version of the Table or the metadata that is asked for. */
  readonly version: string
  readonly pretty: boolean
}

interface Asked {
  readonly accept: string | undefined
  /** Collections and watches come as streams, too: that is told with a refusal. */
  readonly streams: boolean
  readonly isWatch: boolean
}

const types = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf']
const streamed = types.filter(type => !type.endsWith('yaml')).map(type => `${type};stream=watch`)

/** Picks the form of an answer. Throws NotAcceptable. Protobuf is read, and offered by name only: who takes JSON gets JSON. */
export const negotiate = ({ accept, streams, isWatch }: Asked): Negotiated => {
  const known = parseAccept(accept).filter(({ type }) => type === '*/*' || types.includes(type))
  const found = known.find(range => isServed(range, isWatch))
  if (found) return chosen(found)
  if (known.some(({ params }) => params.as))
    throw new StatusError('NotAcceptable', `only the following media types are accepted: ${types.join(', ')}`)
  const offered = [...types, ...(streams ? streamed : [])].join(', ')
  throw new StatusError('NotAcceptable', `406: Not Acceptable\n\nAvailable representations: ${offered}`, {
    details: {},
  })
}

const isServed = ({ type, params }: MediaRange, isWatch: boolean): boolean => {
  if (type.endsWith('protobuf') || (isWatch && type.endsWith('yaml'))) return false
  return params.as === undefined || isShape(params)
}

const versionsOf: Readonly<Record<string, readonly string[]>> = {
  Table: ['v1', 'v1beta1'],
  PartialObjectMetadata: ['v1', 'v1beta1'],
  PartialObjectMetadataList: ['v1', 'v1beta1'],
}

const isShape = ({ as = '', v = '', g }: Readonly<Record<string, string>>): boolean =>
  g === 'meta.k8s.io' && versionsOf[as]?.includes(v) === true

const chosen = ({ type, params }: MediaRange): Negotiated => ({
  format: type.endsWith('yaml') ? 'yaml' : 'json',
  as: params.as as Shape,
  version: params.v ?? 'v1',
  pretty: params.pretty === '1' || params.pretty === 'true',
})
