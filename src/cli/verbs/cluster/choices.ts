import { UsageError } from '../../errors.ts'
import type { ClusterChoices } from '../../world/world.ts'

/** Reads `boss=192.168.1.10,w1=192.168.1.11`: the first node is the control plane. */
export const parseNodes = (text: string): NonNullable<ClusterChoices['nodes']> =>
  text.split(',').map((node, index) => {
    const [name = '', address = '', rest] = node.split('=')
    if (!name || !/^\d+\.\d+\.\d+\.\d+$/.test(address) || rest !== undefined) {
      throw new UsageError(`--nodes takes NAME=ADDRESS, not "${node}"`)
    }
    return { name, address, controlPlane: index === 0 }
  })

/** Reads `30000-32767`. */
export const parsePorts = (text: string): { readonly from: number; readonly to: number } => {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? []
  const [from, to] = [Number(first), Number(last)]
  if (!(from >= 1 && to <= 65535 && from <= to)) throw new UsageError(`--node-ports takes FROM-TO, not "${text}"`)
  return { from, to }
}
