import { absolutePath } from '../files/paths.ts'
import { type Call, defineProgram, type Outcome } from './program.ts'

const second = 1000

/** The interpreter's, and with -f what is written to the files from then on, until somebody interrupts. */
export const tail = defineProgram({
  names: ['tail'],
  async run(call) {
    const isFollowing = (word: string): boolean => /^-[a-zA-Z]*[fF]/.test(word) || word === '--follow'
    if (!call.words.some(isFollowing)) return call.original(call.words)
    const rest = call.words.flatMap(word => (isFollowing(word) ? word.replace(/[fF]/g, '').replace(/^-$/, '') : [word]))
    const begun = await call.original(rest.filter(word => word !== '' && word !== '--follow'))
    return begun.code === 0 ? follow(call, begun) : begun
  },
})

const follow = async (call: Call, { out }: Outcome): Promise<Outcome> => {
  const { machine, print = () => undefined } = call
  print(out)
  const paths = call.words.filter(word => !word.startsWith('-')).map(word => absolutePath(word, call.folder))
  const textAt = (path: string): string =>
    machine.files.find(path)?.kind === 'file' ? machine.files.read(path).toString('utf8') : ''
  let known = paths.map(textAt)
  while (!machine.isInterrupted()) {
    await machine.sleep(second)
    await machine.refresh()
    const now = paths.map(textAt)
    for (const [index, text] of now.entries()) print(text.slice(known[index]?.length ?? 0))
    known = now
  }
  return { out: call.print ? '' : out, err: '', code: 130 }
}
