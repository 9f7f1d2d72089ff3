import { type Interface, interfaceOf } from './interfaces.ts'
import { defineProgram, failed, printed } from './program.ts'

/** `ip` as far as one looks with it: addresses, links, routes. */
export const ip = defineProgram({
  names: ['ip'],
  async run({ words, machine }) {
    const found = interfaceOf(await machine.look())
    const [object = '', ...rest] = words.filter(word => !word.startsWith('-'))
    if (!found) return printed('')
    if (rest.some(word => changes.has(word))) return failed('RTNETLINK answers: Operation not permitted\n', 2)
    const isBrief = words.some(word => /^-br/.test(word))
    const show = objects.find(([name]) => object !== '' && name.startsWith(object))?.[1]
    if (!show) return failed(`ip: unknown object "${object}"\n`)
    return printed(show(found, { isBrief, isFour: words.includes('-4') }))
  },
})

const changes = new Set(['add', 'del', 'delete', 'set', 'change', 'replace', 'flush'])

interface Shown {
  readonly isBrief: boolean
  readonly isFour: boolean
}

const addresses = ({ address, bits, hardware }: Interface, { isBrief, isFour }: Shown): string => {
  if (isBrief)
    return `lo               UNKNOWN        127.0.0.1/8 ::1/128 \neth0@if5         UP             ${address}/${bits} \n`
  const broadcast = address.replace(bits === 16 ? /\d+\.\d+$/ : /\d+$/, bits === 16 ? '255.255' : '255')
  const forever = '       valid_lft forever preferred_lft forever\n'
  const hardwareLine = (text: string): string => (isFour ? '' : `    link/${text}\n`)
  return [
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN qlen 1000\n',
    hardwareLine('loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00'),
    `    inet 127.0.0.1/8 scope host lo\n${forever}`,
    isFour ? '' : `    inet6 ::1/128 scope host \n${forever}`,
    '2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue state UP qlen 1000\n',
    hardwareLine(`ether ${hardware} brd ff:ff:ff:ff:ff:ff`),
    `    inet ${address}/${bits} brd ${broadcast} scope global eth0\n${forever}`,
  ].join('')
}

const links = ({ hardware }: Interface): string =>
  '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN qlen 1000\n' +
  '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n' +
  '2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue state UP qlen 1000\n' +
  `    link/ether ${hardware} brd ff:ff:ff:ff:ff:ff\n`

const routes = ({ address, bits, gateway }: Interface): string =>
  [
    `default via ${gateway} dev eth0 \n`,
    `${gateway.replace(/\d+$/, '0')}/${bits} via ${gateway} dev eth0  src ${address} \n`,
    `${gateway} dev eth0 scope link  src ${address} \n`,
  ].join('')

// An object may be shortened as long as one wants: `ip a`, `ip r`.
const objects: readonly (readonly [string, (found: Interface, shown: Shown) => string])[] = [
  ['address', addresses],
  ['link', links],
  ['route', routes],
  ['neighbour', ({ gateway }) => `${gateway} dev eth0 lladdr 8a:2f:00:00:00:01 ref 1 used 0/0/0 probes 1 REACHABLE\n`],
]

export const route = defineProgram({
  names: ['route'],
  async run({ machine }) {
    const found = interfaceOf(await machine.look())
    const head =
      'Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n'
    const row = (to: string, by: string, mask: string, flags: string): string =>
      `${to.padEnd(15)} ${by.padEnd(15)} ${mask.padEnd(15)} ${flags.padEnd(5)} 0      0        0 eth0\n`
    if (!found) return printed(head)
    const network = found.gateway.replace(/\d+$/, '0')
    return printed(
      head + row('default', found.gateway, '0.0.0.0', 'UG') + row(network, found.gateway, '255.255.255.0', 'UG'),
    )
  },
})

export const ifconfig = defineProgram({
  names: ['ifconfig'],
  async run({ machine }) {
    const found = interfaceOf(await machine.look())
    const own = found
      ? `eth0      Link encap:Ethernet  HWaddr ${found.hardware.toUpperCase()}  \n          inet addr:${found.address}  Mask:255.255.255.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\n`
      : ''
    return printed(
      `${own}lo        Link encap:Local Loopback  \n          inet addr:127.0.0.1  Mask:255.0.0.0\n          UP LOOPBACK RUNNING  MTU:65536  Metric:1\n\n`,
    )
  },
})
