import type { RestResponse } from '../../api/rest.ts'
import { methodNotAllowed, noSuchResource } from '../../api/status-error.ts'
import { taggedReply } from '../etag.ts'
import { parseAccept } from '../negotiation/accept.ts'
import { negotiate } from '../negotiation/negotiate.ts'
import { jsonText, objectReply } from '../negotiation/write.ts'
import { noSuchPath } from '../reply.ts'
import type { Call } from '../server.ts'
import { groupDiscoveryList } from './aggregated.ts'
import { type Group, groups } from './groups.ts'
import { apiGroup, apiGroupList, apiResourceList, apiVersions } from './plain.ts'

/** Answers `/api`, `/apis` and what is between them and the kinds; undefined for paths that go on. */
export const discover = async (call: Call): Promise<RestResponse | undefined> => {
  const [, root, ...words] = call.path.replace(/\/$/, '').split('/')
  if (words.length > (root === 'api' ? 1 : 2)) return undefined
  if (words.length === 0) return listGroups(call, root === 'api')
  const group = groups().find(({ name }) => name === (root === 'api' ? '' : words[0]))
  if (!group) return noSuchPath()
  if (root === 'apis' && words.length === 1) return plainReply(call, apiGroup(group))
  const version = group.versions.find(({ version }) => version === words.at(-1))
  if (!version) throw noSuchResource()
  return plainReply(call, apiResourceList(group, version))
}

const listGroups = async (call: Call, isCore: boolean): Promise<RestResponse> => {
  const listed = groups().filter(({ name }) => isCore === (name === ''))
  const first = parseAccept(call.headers.accept).find(
    ({ type, params }) => isAggregated(params) || isPlain(type, params),
  )
  if (first && isAggregated(first.params)) return aggregatedReply(call, listed)
  return plainReply(call, isCore && listed[0] ? apiVersions(listed[0]) : apiGroupList(listed))
}

type Params = Readonly<Record<string, string>>

const isPlain = (type: string, { as }: Params): boolean =>
  as === undefined && /^(application\/(json|yaml)|\*\/\*)$/.test(type)

const isAggregated = ({ g, v, as }: Params): boolean =>
  g === 'apidiscovery.k8s.io' && v === 'v2' && as === 'APIGroupDiscoveryList'

const aggregatedReply = (call: Call, listed: readonly Group[]): RestResponse => {
  checkGet(call)
  const type = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'
  const headers = [
    ['Cache-Control', 'public'],
    ['Content-Type', type],
    ['Vary', 'Accept'],
  ] as const
  return taggedReply(jsonText(groupDiscoveryList(listed)), headers, call)
}

// A form that only one of the two roots has is not asked for in vain: the plain one stands behind it.
const plainReply = (call: Call, value: object): Promise<RestResponse> => {
  checkGet(call)
  return objectReply(
    { value },
    negotiate({ accept: withoutAggregated(call.headers.accept), streams: false, isWatch: false }),
    call,
  )
}

const withoutAggregated = (accept: string | undefined): string | undefined => {
  const others = accept?.split(',').filter(entry => !entry.includes('g=apidiscovery.k8s.io'))
  return others && others.length > 0 ? others.join(',') : accept
}

const checkGet = ({ method }: Call): void => {
  if (method !== 'GET') throw methodNotAllowed()
}
