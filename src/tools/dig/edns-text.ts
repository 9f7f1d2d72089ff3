import type { Edns } from '../../dns/message.ts'

/** The OPT pseudo-section of a message; `sent` is the cookie that went out, by which a returned one is judged. */
export const ednsText = ({ version, udpSize, dnssecOk, options }: Edns, sent: Uint8Array | undefined): string =>
  [
    ';; OPT PSEUDOSECTION:\n',
    `; EDNS: version: ${version}, flags:${dnssecOk ? ' do' : ''}; udp: ${udpSize}\n`,
    ...options.map(({ code, data }) => `${optionText(code, data, sent)}\n`),
  ].join('')

const optionText = (code: number, data: Uint8Array, sent: Uint8Array | undefined): string => {
  if (code === cookieCode) return `; COOKIE: ${hex(data)}${sent ? ` (${verdict(data, sent)})` : ''}`
  const name = names[code]
  const text = name ?? `OPT=${code}`
  if (!data.length) return `; ${text}${name === undefined ? '' : ':'}`
  const bytes = [...data].map(byte => byte.toString(16).padStart(2, '0')).join(' ')
  const readable = [...data].map(byte => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
  return `; ${text}: ${bytes} ("${readable}")`
}

export const cookieCode = 10

export const hex = (data: Uint8Array): string => [...data].map(byte => byte.toString(16).padStart(2, '0')).join('')

const names: Readonly<Record<number, string>> = {
  3: 'NSID',
  8: 'CLIENT-SUBNET',
  9: 'EXPIRE',
  11: 'TCP-KEEPALIVE',
  12: 'PAD',
  15: 'EDE',
}

const verdict = (data: Uint8Array, sent: Uint8Array): string => {
  if (!hex(data).startsWith(hex(sent))) return 'bad'
  return data.length === sent.length ? 'echoed' : 'good'
}
