import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** Bundles a TypeScript module, calls `use` with what it exports, and leaves no file behind. */
export const withBundle = async (input, use) => {
  const folder = mkdtempSync(join(tmpdir(), 'kubesim-bundle-'))
  const file = join(folder, 'bundle.cjs')
  try {
    const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent' })
    await bundle.write({ file, format: 'cjs', codeSplitting: false })
    return await use((await import(pathToFileURL(file).href)).default)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
