/** The mnemonic in capitals if the word is a record type (`aaaa`, `TYPE65`), as BIND's programs take it. */
export const recordType = (word: string): string | undefined => {
  const upper = word.toUpperCase()
  if (mnemonics.has(upper)) return upper
  const [, number] = /^TYPE(\d{1,5})$/.exec(upper) ?? []
  return number !== undefined && Number(number) < 65536 ? (byNumber[Number(number)] ?? upper) : undefined
}

/** The same for a class: `in`, `CHAOS`, `CLASS42`. */
export const recordClass = (word: string): string | undefined => {
  const upper = word.toUpperCase()
  return classes[upper] ?? (/^CLASS\d{1,5}$/.test(upper) ? upper : undefined)
}

const classes: Readonly<Record<string, string>> = {
  IN: 'IN',
  CH: 'CH',
  CHAOS: 'CH',
  HS: 'HS',
  HESIOD: 'HS',
  ANY: 'ANY',
  NONE: 'NONE',
  RESERVED0: 'RESERVED0',
  CLASS1: 'IN',
  CLASS3: 'CH',
  CLASS4: 'HS',
}

const mnemonics = new Set(
  [
    'A NS MD MF CNAME SOA MB MG MR NULL WKS PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT NSAP NSAP-PTR SIG KEY PX GPOS',
    'AAAA LOC NXT EID NIMLOC SRV ATMA NAPTR KX CERT A6 DNAME SINK OPT APL DS SSHFP IPSECKEY RRSIG NSEC DNSKEY DHCID',
    'NSEC3 NSEC3PARAM TLSA SMIMEA HIP NINFO RKEY TALINK CDS CDNSKEY OPENPGPKEY CSYNC ZONEMD SVCB HTTPS SPF UINFO UID',
    'GID UNSPEC NID L32 L64 LP EUI48 EUI64 TKEY TSIG IXFR AXFR MAILB MAILA ANY URI CAA AVC DOA AMTRELAY RESINFO TA DLV',
  ].flatMap(line => line.split(' ')),
)

const byNumber: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  12: 'PTR',
  13: 'HINFO',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
  33: 'SRV',
  35: 'NAPTR',
  39: 'DNAME',
  43: 'DS',
  46: 'RRSIG',
  47: 'NSEC',
  48: 'DNSKEY',
  64: 'SVCB',
  65: 'HTTPS',
  252: 'AXFR',
  255: 'ANY',
  257: 'CAA',
}
