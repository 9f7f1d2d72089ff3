import { hasCode } from '../../util/files.ts'
import { Failure } from '../errors.ts'

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'address already in use',
  EACCES: 'permission denied',
  EADDRNOTAVAIL: 'cannot assign requested address',
  EAFNOSUPPORT: 'address family not supported by protocol',
  ENOENT: 'no such file or directory',
}

/** What Go says of an address that it cannot listen at. */
export const listenFailure = (error: unknown, address: string, network: 'tcp' | 'unix'): Failure => {
  const code = Object.keys(reasons).find(known => hasCode(error, known))
  const why = code ? reasons[code] : error instanceof Error ? error.message : String(error)
  return new Failure(`listen ${network} ${address}: bind: ${why}`)
}
