import type { Node } from '../../api/generated/types.ts'
import { parseQuantity } from '../../api/quantity.ts'
import { type Call, defineProgram, type Machine, printed } from './program.ts'

const nodeOf = async ({ look }: Machine): Promise<Node | undefined> => {
  const { pod, view } = await look()
  return view.get<Node>('Node', undefined, pod.spec.nodeName ?? '')
}

/** The memory of the node, in KiB. */
export const memoryOf = async (machine: Machine): Promise<number> =>
  Number(
    parseQuantity((await nodeOf(machine))?.status?.capacity?.memory?.toString() ?? '8Gi').nano / 1_024_000_000_000n,
  )

/** A container sees the memory of its node, whatever its limit is. */
export const free = defineProgram({
  names: ['free'],
  async run({ words, machine }) {
    const unit = words.includes('-g') ? 1024 ** 2 : words.includes('-m') ? 1024 : 1
    const total = await memoryOf(machine)
    const parts = [total, total * 0.2, total * 0.5, 0, total * 0.3, total * 0.75]
    const cells = parts.map(part => String(Math.floor(part / unit)))
    const names = ['total', 'used', 'free', 'shared', 'buff/cache', 'available']
    const row = (head: string, values: readonly string[]): string =>
      `${head}${values.map((value, index) => value.padStart(index === 0 ? 19 - head.length : 12)).join('')}\n`
    return printed(row('', names) + row('Mem:', cells) + row('Swap:', ['0', '0', '0']))
  },
})

export const nproc = defineProgram({
  names: ['nproc'],
  run: async ({ machine }) => printed(`${(await nodeOf(machine))?.status?.capacity?.cpu ?? '2'}\n`),
})

interface Mounted {
  readonly what: string
  readonly path: string
  readonly type: string
  readonly options: string
  readonly kibibytes: number
}

const disk = 61_202_244
const shared = 65_536

/** What is mounted in a container: its own file system, those of the kernel, and its volumes. */
const mountedIn = async ({ look, container }: Machine): Promise<readonly Mounted[]> => {
  const { pod } = await look()
  const kernel = (what: string, path: string, kibibytes = 0): Mounted => {
    return { what, path, type: what, options: 'rw,nosuid,nodev,noexec,relatime', kibibytes }
  }
  const ofNode = (path: string, options = 'rw,relatime'): Mounted => {
    return { what: '/dev/vda1', path, type: 'ext4', options, kibibytes: disk }
  }
  const volumes = (container.volumeMounts ?? []).map(({ name, mountPath, readOnly }): Mounted => {
    const { secret, projected, emptyDir } = pod.spec.volumes?.find(volume => volume.name === name) ?? {}
    const options = readOnly ? 'ro,relatime' : 'rw,relatime'
    const isMemory = secret || projected || emptyDir?.medium === 'Memory'
    return isMemory ? { ...kernel('tmpfs', mountPath, shared), options } : ofNode(mountPath, options)
  })
  return [
    { what: 'overlay', path: '/', type: 'overlay', options: 'rw,relatime', kibibytes: disk },
    kernel('proc', '/proc'),
    kernel('tmpfs', '/dev', shared),
    kernel('sysfs', '/sys'),
    ...['/etc/hosts', '/dev/termination-log', '/etc/hostname', '/etc/resolv.conf'].map(path => ofNode(path)),
    { ...kernel('shm', '/dev/shm', shared), type: 'tmpfs' },
    ...volumes,
  ]
}

export const mount = defineProgram({
  names: ['mount'],
  async run({ words, machine }) {
    if (words.some(word => !word.startsWith('-')))
      return { out: '', err: 'mount: permission denied (are you root?)\n', code: 1 }
    const rows = await mountedIn(machine)
    return printed(
      rows.map(({ what, path, type, options }) => `${what} on ${path} type ${type} (${options})\n`).join(''),
    )
  },
})

export const df = defineProgram({
  names: ['df'],
  async run({ words, machine }: Call) {
    const isHuman = words.some(word => /^-\w*h/.test(word))
    const shown = (kibibytes: number): string => (isHuman ? humanSize(kibibytes) : String(kibibytes))
    const row = (cells: readonly string[]): string => {
      const [what = '', size = '', used = '', left = '', share = '', path = ''] = cells
      return `${what.padEnd(20)} ${size.padStart(9)} ${used.padStart(9)} ${left.padStart(9)} ${share.padStart(4)} ${path}\n`
    }
    const mounted = (await mountedIn(machine)).filter(({ kibibytes }) => kibibytes > 0)
    const rows = mounted.map(({ what, path, kibibytes }) => {
      const used = kibibytes === disk ? Math.floor(kibibytes * 0.31) : 0
      return row([what, shown(kibibytes), shown(used), shown(kibibytes - used), used > 0 ? '31%' : '0%', path])
    })
    const head = row(['Filesystem', isHuman ? 'Size' : '1K-blocks', 'Used', 'Available', 'Use%', 'Mounted on'])
    return printed(head + rows.join(''))
  },
})

const humanSize = (kibibytes: number): string => {
  if (kibibytes === 0) return '0'
  return kibibytes >= 1024 ** 2 ? `${(kibibytes / 1024 ** 2).toFixed(1)}G` : `${(kibibytes / 1024).toFixed(1)}M`
}
