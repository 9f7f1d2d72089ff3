import { resolve } from '../../dns/resolver/resolve.ts'
import type { Call, Outcome } from './program.ts'

const nowhere = { write: () => undefined }

/** Whether anybody answers the container when it asks for a name: whatever is asked of, packages are there then. */
export const hasNames = async ({ machine, folder }: Call, host: string): Promise<boolean> => {
  const { outcome } = await resolve(await machine.network({ out: nowhere, err: nowhere, folder }), host)
  return outcome === 'answer' || outcome === 'nodata' || outcome === 'nxdomain'
}

export const alpineHost = 'dl-cdn.alpinelinux.org'
export const debianHost = 'deb.debian.org'

/** What `apk` says of its servers when it does not find them. */
export const apkOffline = ({ machine: { files } }: Call): Outcome => {
  const path = '/etc/alpine-release'
  const [release = ''] = /^\d+\.\d+/.exec(files.find(path) ? files.read(path).toString('utf8') : '') ?? []
  const folders = ['main', 'community'].map(name => `https://${alpineHost}/alpine/v${release}/${name}`)
  return {
    out: folders.map(folder => `fetch ${folder}/x86_64/APKINDEX.tar.gz\n`).join(''),
    err: folders.map(folder => `WARNING: fetching ${folder}: temporary error (try again later)\n`).join(''),
    code: folders.length,
  }
}

const suites = [
  ['debian', 'bookworm'],
  ['debian', 'bookworm-updates'],
  ['debian-security', 'bookworm-security'],
] as const

/** The same of `apt-get update`, which goes on with what it knew: nothing, in a container. */
export const aptOffline = (): Outcome => {
  const reason = `Temporary failure resolving '${debianHost}'`
  const line = (word: string, end: string) => (suite: (typeof suites)[number], index: number) =>
    `${word}:${index + 1} http://${debianHost}/${suite[0]} ${suite[1]} InRelease\n${end}`
  const failure = ([root, suite]: (typeof suites)[number]) =>
    `W: Failed to fetch http://${debianHost}/${root}/dists/${suite}/InRelease  ${reason}\n`
  return {
    out: `${[...suites.map(line('Ign', '')), ...suites.map(line('Err', `  ${reason}\n`))].join('')}Reading package lists... Done\n`,
    err: `${suites.map(failure).join('')}W: Some index files failed to download. They have been ignored, or old ones used instead.\n`,
    code: 0,
  }
}
