const codes: Readonly<Record<string, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  HINFO: 13,
  MX: 15,
  TXT: 16,
  RP: 17,
  AFSDB: 18,
  SIG: 24,
  KEY: 25,
  AAAA: 28,
  LOC: 29,
  SRV: 33,
  NAPTR: 35,
  KX: 36,
  CERT: 37,
  DNAME: 39,
  OPT: 41,
  DS: 43,
  SSHFP: 44,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  DHCID: 49,
  NSEC3: 50,
  NSEC3PARAM: 51,
  TLSA: 52,
  SMIMEA: 53,
  HIP: 55,
  CDS: 59,
  CDNSKEY: 60,
  OPENPGPKEY: 61,
  CSYNC: 62,
  ZONEMD: 63,
  SVCB: 64,
  HTTPS: 65,
  SPF: 99,
  EUI48: 108,
  EUI64: 109,
  TKEY: 249,
  TSIG: 250,
  IXFR: 251,
  AXFR: 252,
  MAILB: 253,
  MAILA: 254,
  ANY: 255,
  URI: 256,
  CAA: 257,
  TA: 32768,
  DLV: 32769,
}

const classes: Readonly<Record<string, number>> = { IN: 1, CH: 3, HS: 4, NONE: 254, ANY: 255 }

type Numbers = Readonly<Record<string, number>>

const inverted = (table: Numbers): ReadonlyMap<number, string> =>
  new Map(Object.entries(table).map(([name, code]) => [code, name]))

let typeNames: ReadonlyMap<number, string> | undefined
let classNames: ReadonlyMap<number, string> | undefined

/** The mnemonic of a type; one without is `TYPE65280` (RFC 3597). */
export const typeName = (code: number): string => {
  typeNames ??= inverted(codes)
  return typeNames.get(code) ?? `TYPE${code}`
}

export const className = (code: number): string => {
  classNames ??= inverted(classes)
  return classNames.get(code) ?? `CLASS${code}`
}

const numberOf = (table: Numbers, prefix: string, name: string): number | undefined => {
  const known = Object.hasOwn(table, name) ? table[name] : undefined
  if (known !== undefined || !name.startsWith(prefix)) return known
  const digits = name.slice(prefix.length)
  return /^\d{1,5}$/.test(digits) && Number(digits) <= 65535 ? Number(digits) : undefined
}

/** The number of a type's mnemonic (in upper case) or of `TYPE65280`; undefined for anything else. */
export const typeCode = (name: string): number | undefined => numberOf(codes, 'TYPE', name)
export const classCode = (name: string): number | undefined => numberOf(classes, 'CLASS', name)
