import { hasCode } from '../../util/files.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'

/** Opens a file in the user's editor and waits for its end. */
export const openEditor = async (path: string, { env, spawn }: Pick<World, 'env' | 'spawn'>): Promise<void> => {
  const { words, isShell } = editorWords(env)
  const [program = '', ...args] = isShell
    ? [...words.slice(0, -1), `${words.at(-1)} ${goQuote(path)}`]
    : [...words, path]
  const called = goQuote(words.join(' '))
  const code = await spawn.interactive(program, args).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) throw new Failure(`unable to launch the editor ${called}`)
    throw error
  })
  if (code !== 0) throw new Failure(`there was a problem with the editor ${called}`)
}

// With quotes in it, it is a line for a shell.
const editorWords = (env: World['env']): { readonly words: readonly string[]; readonly isShell: boolean } => {
  const editor = env.KUBE_EDITOR || env.EDITOR || 'vi'
  if (!/["'\\]/.test(editor) || !editor.includes(' ')) return { words: editor.split(' '), isShell: false }
  return { words: [env.SHELL || '/bin/bash', '-c', editor], isShell: true }
}
