import { parseAddress } from '../../dns/address.ts'
import { recordClass, recordType } from '../bind/record-types.ts'
import { digVersion } from './banner.ts'
import { help, usage } from './usage.ts'

export type DashOption = { readonly takesNext: boolean } & (
  | { readonly kind: 'nothing' | 'microseconds' }
  | { readonly kind: 'name' | 'address' | 'type' | 'class' | 'warning'; readonly value: string }
  | { readonly kind: 'port'; readonly value: number }
  | { readonly kind: 'stop'; readonly out: string; readonly err: string; readonly code: number }
)

/** Reads the letters after a dash; the value of one that has one is the rest of the word, else the next word. */
export const dashOption = (letters: string, next: string | undefined): DashOption => {
  const plain = /^[46dhimnruv]*/.exec(letters)?.[0] ?? ''
  if (plain.includes('h')) return { kind: 'stop', out: help, err: '', code: 0, takesNext: false }
  if (plain.includes('v')) return { kind: 'stop', out: '', err: `DiG ${digVersion}\n`, code: 0, takesNext: false }
  const rest = letters.slice(plain.length)
  if (!rest) return { kind: plain.includes('u') ? 'microseconds' : 'nothing', takesNext: false }
  const takesNext = rest.length === 1
  const value = takesNext ? next : rest.slice(1)
  const read = value === undefined ? undefined : readers[rest.charAt(0)]
  if (!read || value === undefined) return stop(`Invalid option: -${rest}\n${usage}`, takesNext)
  return { ...read(value), takesNext }
}

type Read = (value: string) => DashOption

const stop = (err: string, takesNext = false): DashOption => ({ kind: 'stop', out: '', err, code: 1, takesNext })

const unsupported =
  (letter: string): Read =>
  () =>
    stop(`dig: kubesim's dig does not know how to do -${letter}\n`)

const readers: Readonly<Record<string, Read>> = {
  b: value => {
    const [address = ''] = value.split('#')
    return parseAddress(address) ? { kind: 'nothing', takesNext: false } : stop(`dig: invalid address ${value}\n`)
  },
  c: value => {
    const found = recordClass(value)
    return found
      ? { kind: 'class', value: found, takesNext: false }
      : { kind: 'warning', value: `;; Warning, ignoring invalid class ${value}\n`, takesNext: false }
  },
  f: unsupported('f'),
  k: unsupported('k'),
  p: value =>
    /^\d+$/.test(value) && Number(value) <= 65535
      ? { kind: 'port', value: Number(value), takesNext: false }
      : {
          kind: 'stop',
          out: `invalid port number '${value}': ${/^\d+$/.test(value) ? 'out of range' : 'not a valid number'}\n`,
          err: "dig: Couldn't parse port number\n",
          code: 1,
          takesNext: false,
        },
  q: value => ({ kind: 'name', value, takesNext: false }),
  t: value => {
    const found = recordType(value)
    return found
      ? { kind: 'type', value: found, takesNext: false }
      : { kind: 'warning', value: `;; Warning, ignoring invalid type ${value}\n`, takesNext: false }
  },
  x: value => ({ kind: 'address', value, takesNext: false }),
  y: unsupported('y'),
}
