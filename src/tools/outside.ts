import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import type { ConfigMap } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import type { ResourceRecord } from '../dns/message.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { ZoneError } from '../dns/zone/zone.ts'
import type { OutsideHost } from '../network/journey.ts'

/** The hosts of the company's network and of the Internet: those that the two zones give addresses. */
export interface Outside {
  at(address: string): OutsideHost | undefined
  /** The names that a host knows to be its own. */
  namesOf(address: string): readonly string[]
  /** All names that have an address. */
  names(): readonly string[]
  answer(address: string, request: ContainerRequest): ContainerResponse
}

export const outsideOf = (view: ClusterView): Outside => {
  let known: Hosts | undefined
  const hosts = (): Hosts => {
    known ??= readHosts(view)
    return known
  }
  const namesOf = (address: string): readonly string[] => hosts().names.get(address) ?? []
  return {
    at(address) {
      const [name] = namesOf(address)
      return name === undefined ? undefined : { name, ports: [...webPorts, ...(hosts().ports.get(name) ?? [])] }
    },
    namesOf,
    names: () => [...new Set([...hosts().names.values()].flat())],
    answer: (address, request) => answerOf(namesOf(address), request),
  }
}

const webPorts = [80, 443]

interface Hosts {
  readonly names: ReadonlyMap<string, readonly string[]>
  /** The ports that SRV records tell of, by name. */
  readonly ports: ReadonlyMap<string, readonly number[]>
}

const readHosts = (view: ClusterView): Hosts => {
  const texts = view.get<ConfigMap>('ConfigMap', 'kube-system', 'upstream-dns')?.data ?? {}
  const records = ['external.zone', 'internal.zone'].flatMap(key => recordsOf(texts[key] ?? ''))
  const names = new Map<string, string[]>()
  const ports = new Map<string, number[]>()
  const add = <V>(map: Map<string, V[]>, key: string, value: V): void =>
    void map.set(key, [...(map.get(key) ?? []), value])
  const addresses = records.filter(({ type }) => type === 'A' || type === 'AAAA')
  for (const { name, data } of addresses) add(names, data, plain(name))
  for (const { name, type, data } of records) {
    if (type === 'CNAME') {
      for (const target of addresses) if (plain(target.name) === plain(data)) add(names, target.data, plain(name))
    }
    const [, , port = '', host = ''] = data.split(' ')
    if (type === 'SRV') add(ports, plain(host), Number(port))
  }
  return { names, ports }
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '')

/** A zone that does not work has no hosts: whoever asks its server is told. */
const recordsOf = (text: string): readonly ResourceRecord[] => {
  try {
    return [...parseZone(text, '.').records.values()].flat()
  } catch (error) {
    if (error instanceof ZoneError) return []
    throw error
  }
}

/** A host with a page for its own names, and an error for any other Host header, as a server of many sites has. */
const answerOf = (names: readonly string[], { path, headers }: ContainerRequest): ContainerResponse => {
  const host = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
  const isOwn = names.includes(host)
  const title = isOwn ? host : '404 Not Found'
  const line = isOwn ? `This is ${host}${path}, simulated.` : `No site of the name ${host} is served here.`
  return {
    status: isOwn ? 200 : 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>\n<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1><p>${line}</p></body>\n</html>\n`,
  }
}
