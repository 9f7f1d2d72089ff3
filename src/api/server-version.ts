/** The version of kubectl that is mimicked: that of the cluster, too. */
export const clientVersion = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.2',
  gitCommit: '$Format:%H$',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: 'go1.26.10',
  compiler: 'gc',
  platform: 'linux/amd64',
}

const { major, minor, ...build } = clientVersion
const emulation = { emulationMajor: '1', emulationMinor: '36', minCompatibilityMajor: '1', minCompatibilityMinor: '35' }

/** What the API server says of itself at `/version`. */
export const serverVersion = { major, minor, ...emulation, ...build }
