import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const runs = [
  ['create', 'deployment', 'web', '--image=nginx'],
  ['get', 'pods', '-o', 'wide'],
  ['get', 'svc'],
  ['nslookup', 'kubernetes'],
]

/** Runs the commands that people begin with: what they compile goes into the code cache beside the bundle. */
export const fillCodeCache = () => {
  const home = mkdtempSync(join(tmpdir(), 'kubesim-build-'))
  for (const words of runs) {
    spawnSync(process.execPath, ['bin/kubesim.js', ...words], {
      env: { ...process.env, KUBESIM_HOME: home, KUBESIM_WARM_UP: '1' },
    })
  }
  rmSync(home, { recursive: true, force: true })
}
