export interface HostsLine {
  readonly address: string
  readonly names: readonly string[]
}

/** What /etc/hosts holds, comments aside. */
export type HostsFile = readonly HostsLine[]

export const parseHosts = (text: string): HostsFile =>
  text
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim().split(/\s+/))
    .flatMap(([address, ...names]) => (address && names.length ? [{ address, names }] : []))

/** The addresses of a name, in the file's order. */
export const addressesIn = (hosts: HostsFile, name: string): readonly string[] => {
  const wanted = plain(name)
  return hosts.filter(({ names }) => names.some(other => plain(other) === wanted)).map(({ address }) => address)
}

/** The first name on the first line of an address. */
export const nameIn = (hosts: HostsFile, address: string): string | undefined =>
  hosts.find(line => line.address === address)?.names[0]

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '')
