import type { GlobalOptions } from './lookup-options.ts'

export const digVersion = '9.18.49-1~deb12u3-Debian'

/** What dig prints first, made from what it knows when it reads the first name: options that follow change nothing. */
export const banner = (argv: readonly string[], { short, command }: GlobalOptions, servers: number): string => {
  if (!command) return ''
  const words = argv.map(word => ` ${word}`).join('')
  const found = servers ? `; (${servers} server${servers > 1 ? 's' : ''} found)\n` : ''
  return `\n; <<>> DiG ${digVersion} <<>>${words}\n${found};; global options:${short ? ' +short' : ''} +cmd\n`
}
