import type { Attempt } from '../http/dial.ts'
import type { HttpUrl } from '../http/url.ts'
import { CurlError } from './curl-error.ts'

export interface Handshaking {
  readonly url: HttpUrl
  readonly insecure: boolean
  /** Tells a line of -v. */
  say(text: string): void
}

type Certificate = NonNullable<Attempt['connection']['certificate']>

/** TLS over a connection that is made, with what -v tells of it. Throws CurlError. */
export const handshake = ({ connection: { certificate } }: Attempt, { url, insecure, say }: Handshaking): void => {
  const tell = (lines: readonly string[]): void => lines.forEach(say)
  tell(['ALPN: offers h2,http/1.1', 'TLSv1.3 (OUT), TLS handshake, Client hello (1):'])
  if (!insecure) tell([' CAfile: /etc/ssl/certs/ca-certificates.crt', ' CApath: /etc/ssl/certs'])
  if (!certificate) throw new CurlError(35, 'OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number')
  tell(greeting)
  if (!insecure && !certificate.trusted) {
    say('TLSv1.3 (OUT), TLS alert, unknown CA (560):')
    throw untrusted('SSL certificate problem: unable to get local issuer certificate')
  }
  tell([...agreement, ...described(certificate)])
  const isNamed = certificate.names.includes(url.host)
  if (!insecure && !isNamed) {
    say(` subjectAltName does not match ${url.host}`)
    throw untrusted(`SSL: no alternative certificate subject name matches target host name '${url.host}'`)
  }
  tell(verdict(certificate, url.host, isNamed))
}

const greeting = [
  'TLSv1.3 (IN), TLS handshake, Server hello (2):',
  'TLSv1.3 (IN), TLS handshake, Encrypted Extensions (8):',
  'TLSv1.3 (IN), TLS handshake, Certificate (11):',
]

const agreement = [
  'TLSv1.3 (IN), TLS handshake, CERT verify (15):',
  'TLSv1.3 (IN), TLS handshake, Finished (20):',
  'TLSv1.3 (OUT), TLS change cipher, Change cipher spec (1):',
  'TLSv1.3 (OUT), TLS handshake, Finished (20):',
  'SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384',
  'ALPN: server did not agree on a protocol. Uses default.',
]

const described = ({ names, trusted }: Certificate): readonly string[] => [
  'Server certificate:',
  ` subject: CN=${trusted ? (names[0] ?? '') : 'kube-apiserver'}`,
  ' start date: Jan  1 00:00:00 2026 GMT',
  ' expire date: Jan  1 00:00:00 2036 GMT',
]

const verdict = ({ trusted }: Certificate, host: string, isNamed: boolean): readonly string[] => [
  ...(isNamed && trusted ? [` subjectAltName: host "${host}" matched cert's "${host}"`] : []),
  ` issuer: CN=${trusted ? 'Simulated CA' : 'kubernetes'}`,
  trusted
    ? ' SSL certificate verify ok.'
    : ' SSL certificate verify result: unable to get local issuer certificate (20), continuing anyway.',
  'using HTTP/1.x',
]

const more = [
  '\nMore details here: https://curl.se/docs/sslcerts.html\n',
  'curl failed to verify the legitimacy of the server and therefore could not',
  'establish a secure connection to it. To learn more about this situation and',
  'how to fix it, please visit the web page mentioned above.',
].join('\n')

const untrusted = (reason: string): CurlError => new CurlError(60, `${reason}${more}`)
