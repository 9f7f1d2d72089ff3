import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface SourceFile {
  readonly path: string
  readonly text: string
  /** Paths of the project, or names of packages (`node:fs`, `yaml`). */
  readonly imports: readonly string[]
}

/** The TypeScript files below a folder, what was generated aside. */
export const sourceFiles = (folder: string): readonly SourceFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => path.endsWith('.ts') && !path.includes('/generated/'))
    .map(path => {
      const text = readFileSync(path, 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })

const specifier = /(?:^|\s|\()(?:from|import)\s*\(?\s*'([^']+)'/g

const importsOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(specifier)]
    .map(([, name = '']) => name)
    .map(name => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name))
