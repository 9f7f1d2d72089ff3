import type { ResourceRecord } from '../message.ts'
import { record } from '../records.ts'
import { type Entry, hostType } from './entries.ts'

/**
 * SRV records of entries, and the addresses of their targets. All entries count for the weight, before those of one
 * target and port fold into one record.
 */
export const srvRecords = (
  entries: readonly Entry[],
  name: string,
  ttl: number,
): { readonly records: readonly ResourceRecord[]; readonly extra: readonly ResourceRecord[] } => {
  const weight = Math.max(1, Math.floor((100 / (100 * entries.length)) * 100))
  const records = new Map<string, ResourceRecord>()
  const extra = new Map<string, ResourceRecord>()
  for (const { host, port, owner } of entries) {
    if (port === -1) continue
    const target = `${port} ${owner}`
    if (!records.has(target)) records.set(target, record(name, ttl, 'SRV', `0 ${weight} ${target}`))
    const address = `${host} ${owner}`
    if (!extra.has(address)) extra.set(address, record(owner, ttl, hostType(host), host))
  }
  return { records: [...records.values()], extra: [...extra.values()] }
}
